namespace Governance.Contracts;

/// <summary>Something that the caller was told, inside the product.</summary>
public sealed record NoticeAnswer(
    string Id,
    string Partnership,
    string Kind,
    string Title,
    string Text,
    NoticeSubject Subject,
    DateTime CreatedAt,
    DateTime? ReadAt
);

public sealed record NoticeSubject(string Type, string Id);

/// <param name="UpTo">The newest notice that was seen.</param>
public sealed record ReadNoticesBody(string? UpTo);

/// <param name="Count">How many were unread and are not any more.</param>
public sealed record NoticesMarked(int Count);
