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

/// <summary>A published text, in force or superseded, with what proves it.</summary>
public sealed record LibraryAnswer
{
    public required string Slug { get; init; }

    public required string Partnership { get; init; }

    public required string PartnershipName { get; init; }

    public required string Class { get; init; }

    public required string Title { get; init; }

    /// <summary>The policy's own, outside the hash.</summary>
    public required string Summary { get; init; }

    /// <summary>Markdown, exactly as hashed.</summary>
    public required string Body { get; init; }

    /// <summary>The body, safe to show.</summary>
    public required string Html { get; init; }

    public required int Version { get; init; }

    /// <summary>published while it is in force, else superseded.</summary>
    public required string State { get; init; }

    public required string Hash { get; init; }

    public required int ReviewMonths { get; init; }

    /// <summary>The London date of publication.</summary>
    public required DateOnly Published { get; init; }

    /// <summary>The London date on which a later version took its place; null while it is in force.</summary>
    public DateOnly? Superseded { get; init; }

    /// <summary>The date by which it is to be reviewed; null for a superseded text.</summary>
    public DateOnly? ReviewDate { get; init; }

    public required IReadOnlyList<AttachmentAnswer> Attachments { get; init; }

    public required IReadOnlyList<LibrarySignature> Signatures { get; init; }

    public required IReadOnlyList<BannerAnswer> Banners { get; init; }

    /// <summary>Every time at which it was under challenge, whichever version was challenged; the dates stay.</summary>
    public IReadOnlyList<PolicyChallengeLine> Challenges { get; init; } = [];

    /// <summary>Every published version, newest first, this one among them; the newest hundred.</summary>
    public required IReadOnlyList<LibraryVersionLine> Versions { get; init; }

    /// <summary>How far the agencies have confirmed this version's cascade; null when none was asked.</summary>
    public CascadeCount? Cascade { get; init; }
}

/// <summary>Who signed for which seat and when; names of office-holders, never addresses.</summary>
/// <param name="Capacity">lead, delegate or deputy.</param>
/// <param name="AccountableLeadName">The seat's lead, accountable whoever signs.</param>
/// <param name="Instrument">The paper whose authority was used; null when it was the signer's own.</param>
public sealed record LibrarySignature(
    string Seat,
    string PersonName,
    string Capacity,
    string? AccountableLeadName,
    DateTime Time,
    string Hash,
    LibraryInstrument? Instrument
);

/// <summary>A delegation instrument as far as the public needs it to understand a signature.</summary>
/// <param name="LentByName">Whose authority was lent.</param>
/// <param name="Starts">The first day, in London.</param>
/// <param name="Ends">The last day, inclusive.</param>
public sealed record LibraryInstrument(
    string Id,
    string LentByName,
    DateOnly Starts,
    DateOnly Ends
);

/// <summary>A published version of a text, without the text.</summary>
/// <param name="Superseded">The London date on which a later version took its place.</param>
public sealed record LibraryVersionLine(
    int Version,
    string Title,
    string Hash,
    DateOnly Published,
    DateOnly? Superseded
);
