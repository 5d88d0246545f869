namespace Governance.Contracts;

/// <summary>A published text in the public library.</summary>
/// <param name="Published">The London date of publication.</param>
public sealed record LibraryLine(
    string Slug,
    string Class,
    string Title,
    string Summary,
    int Version,
    string Hash,
    DateOnly Published,
    DateOnly? ReviewDate
);

/// <summary>A published text with what proves it.</summary>
public sealed record LibraryAnswer(
    string Slug,
    string Partnership,
    string PartnershipName,
    string Class,
    string Title,
    string Summary,
    string Body,
    string Html,
    int Version,
    string Hash,
    int ReviewMonths,
    DateOnly Published,
    DateOnly? ReviewDate,
    IReadOnlyList<AttachmentAnswer> Attachments,
    IReadOnlyList<LibrarySignature> Signatures,
    IReadOnlyList<BannerAnswer> Banners
);

/// <summary>Who signed for which seat and when; names of office-holders, never addresses.</summary>
public sealed record LibrarySignature(
    string Seat,
    string PersonName,
    string Capacity,
    string? AccountableLeadName,
    DateTime Time,
    string Hash
);
