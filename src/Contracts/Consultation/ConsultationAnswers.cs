namespace Governance.Contracts;

/// <summary>Consultation was asked for.</summary>
/// <param name="Consultation">What it opened; null when the workflow does something else first.</param>
/// <param name="State">The text's state now.</param>
public sealed record ConsultationRequested(ConsultationAnswer? Consultation, string State);

/// <summary>One version of a text, put before its audience for a number of working days.</summary>
public sealed record ConsultationAnswer
{
    public required string Id { get; init; }

    public required string Partnership { get; init; }

    public required ConsultationSubject Subject { get; init; }

    /// <summary>The policy's id, when the subject is one.</summary>
    public string? Policy { get; init; }

    /// <summary>1, 2, 3 … for this text.</summary>
    public required int Number { get; init; }

    /// <summary>The version that is consulted on, whatever is saved meanwhile.</summary>
    public required int Version { get; init; }

    public required string Hash { get; init; }

    /// <summary>requested, open, closed or cancelled.</summary>
    public required string State { get; init; }

    /// <summary>Who was asked, as it was asked for.</summary>
    public required IReadOnlyList<string> Audience { get; init; }

    public required DateTime Opened { get; init; }

    /// <summary>The last second in which a comment is not late.</summary>
    public DateTime? Due { get; init; }

    public string? Clock { get; init; }

    /// <summary>While it is open: working days left, today not counted; 0 on the last day.</summary>
    public int? WorkingDaysLeft { get; init; }

    public DateTime? Closed { get; init; }

    /// <summary>Whether somebody closed it before its limit.</summary>
    public bool ClosedEarly { get; init; }

    /// <summary>Why, in their words; for those who see drafts.</summary>
    public string? CloseReason { get; init; }

    /// <summary>Each body that was asked, and each other that has commented.</summary>
    public required IReadOnlyList<ConsultedBodyAnswer> Bodies { get; init; }

    /// <summary>How many comments stand, those withdrawn left out.</summary>
    public required int Comments { get; init; }

    /// <summary>How many of them need a disposition.</summary>
    public required int Undisposed { get; init; }

    /// <summary>The bodies that the reader may speak for.</summary>
    public IReadOnlyList<string> Mine { get; init; } = [];

    /// <summary>Why the reader cannot comment now; null when they can.</summary>
    public string? CannotComment { get; init; }

    /// <summary>Earlier consultations on the same text, newest first.</summary>
    public IReadOnlyList<ConsultationLine> Earlier { get; init; } = [];
}

public sealed record ConsultationSubject(string Type, string Id, string Title);

/// <summary>How a body has answered.</summary>
/// <param name="Body"><c>agency:{id}</c>, <c>seat:{seat}</c>, <c>practitioners</c> or <c>scrutiny</c>.</param>
/// <param name="Asked">Whether it was in the audience; else it commented by right.</param>
/// <param name="Answered">When it first commented or said that it has no comment.</param>
/// <param name="Comments">How many of its comments stand.</param>
/// <param name="NoComment">It has said that it has none.</param>
/// <param name="Ask">The ask that waits, or waited.</param>
public sealed record ConsultedBodyAnswer(
    string Body,
    string Name,
    bool Asked,
    DateTime? Answered,
    int Comments,
    bool NoComment,
    string? Ask
);

public sealed record ConsultationLine(
    string Id,
    int Number,
    int Version,
    string State,
    DateTime Opened,
    DateTime? Closed,
    int Comments
);

/// <summary>A comment as its reader sees it.</summary>
public sealed record CommentAnswer
{
    public required string Id { get; init; }

    public required string Partnership { get; init; }

    public required ConsultationSubject Subject { get; init; }

    public required string Consultation { get; init; }

    /// <summary>The version that it is about, and its hash.</summary>
    public required int Version { get; init; }

    public required string Hash { get; init; }

    /// <summary>The body it is for, and the name of that body.</summary>
    public required string Body { get; init; }

    public required string BodyName { get; init; }

    public required string Person { get; init; }

    public required string PersonName { get; init; }

    public required string Text { get; init; }

    public required DateTime Time { get; init; }

    /// <summary>It came after the consultation closed.</summary>
    public required bool Late { get; init; }

    public DateTime? Withdrawn { get; init; }

    /// <summary>accepted, partly or rejected; null while it needs a disposition.</summary>
    public string? Decision { get; init; }

    public string? Reason { get; init; }

    public DateTime? Disposed { get; init; }

    public string? DisposedByName { get; init; }

    /// <summary>The versions that were changed because of it, oldest first.</summary>
    public required IReadOnlyList<int> ChangedIn { get; init; }

    /// <summary>Accepted, in whole or in part, and no version says that it answers it.</summary>
    public required bool ToWorkIn { get; init; }

    /// <summary>Whether the reader wrote it.</summary>
    public bool Mine { get; init; }
}

/// <summary>A comment that a version was changed because of.</summary>
public sealed record AnsweredComment(
    string Id,
    string Body,
    string BodyName,
    string Text,
    string Decision,
    string Reason
);
