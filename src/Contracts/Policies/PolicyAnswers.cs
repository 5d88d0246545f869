namespace Governance.Contracts;

/// <summary>The answer of every act on a draft.</summary>
/// <param name="Version">The newest version.</param>
/// <param name="Hash">Of that version.</param>
/// <param name="Changed">Whether the act made a new version.</param>
/// <param name="Tag">The entity tag that the next change names in If-Match.</param>
public sealed record PolicySaved(
    string Id,
    string State,
    int Version,
    string Hash,
    bool Changed,
    string Tag
);

/// <summary>A policy as its partnership sees it.</summary>
public sealed record PolicyAnswer
{
    public required string Id { get; init; }

    public required string Partnership { get; init; }

    public required string Class { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>draft, consultation, revision, signOff, published, superseded or withdrawn: the state of the newest version.</summary>
    public required string State { get; init; }

    public required int Version { get; init; }

    public required string Hash { get; init; }

    /// <summary>The newest version while it is not published; null when there is none, or the reader may not see drafts. Who is consulted on a version sees that one.</summary>
    public PolicyVersionAnswer? Draft { get; init; }

    /// <summary>The version in force.</summary>
    public PolicyVersionAnswer? Published { get; init; }

    public int? PublishedVersion { get; init; }

    public DateOnly? ReviewDate { get; init; }

    /// <summary>The sign-off round of the newest version that was asked for last.</summary>
    public string? Round { get; init; }

    public string? Instance { get; init; }

    public string? Group { get; init; }

    /// <summary>Who looks after it and is reminded of its review.</summary>
    public required PolicyOwner Owner { get; init; }

    /// <summary>Its name in the public library.</summary>
    public required string Slug { get; init; }

    public required IReadOnlyList<BannerAnswer> Banners { get; init; }

    public string? WithdrawalReason { get; init; }

    public required string Tag { get; init; }
}

/// <summary>Something that a reader of the text has to know.</summary>
/// <param name="Kind">integrityAlarm, superseded, reviewDue, withdrawn or approvedOutside.</param>
/// <param name="Date">The London date since which it holds.</param>
public sealed record BannerAnswer(string Kind, string Text, DateOnly? Date = null);

/// <summary>One immutable version.</summary>
/// <param name="Html">The body, safe to show.</param>
/// <param name="State">published, superseded, withdrawn, or the policy's state when it is the newest.</param>
public sealed record PolicyVersionAnswer(
    int Version,
    string State,
    string Class,
    string Title,
    string Body,
    string Html,
    int ReviewMonths,
    string Hash,
    IReadOnlyList<AttachmentAnswer> Attachments,
    string SavedBy,
    string SavedByName,
    DateTime SavedAt,
    DateTime? PublishedAt
)
{
    /// <summary>The comments that this version was changed because of, as far as the reader may see them.</summary>
    public IReadOnlyList<AnsweredComment> BecauseOf { get; init; } = [];
}

/// <summary>A version in a list, without its text.</summary>
public sealed record PolicyVersionLine(
    int Version,
    string State,
    string Title,
    string Hash,
    string SavedBy,
    string SavedByName,
    DateTime SavedAt,
    DateTime? PublishedAt,
    string? Round
);

/// <param name="Hash">SHA-256 of the file.</param>
public sealed record AttachmentAnswer(string FileName, string ContentType, long Size, string Hash);

/// <summary>What changed from one version to another, word by word.</summary>
public sealed record PolicyChangesAnswer(
    int From,
    int To,
    IReadOnlyList<TextChange> Title,
    IReadOnlyList<TextChange> Body,
    string? ClassFrom,
    string? ClassTo,
    int? ReviewMonthsFrom,
    int? ReviewMonthsTo,
    IReadOnlyList<AttachmentAnswer> AttachmentsAdded,
    IReadOnlyList<AttachmentAnswer> AttachmentsRemoved
)
{
    /// <summary>
    /// The comments that the newer of the two, and the versions between them, were changed because of, as far as the reader may see
    /// them.
    /// </summary>
    public IReadOnlyList<AnsweredComment> BecauseOf { get; init; } = [];
}

/// <summary>What a caller gets back whose draft was older than the stored one: nothing they wrote is lost.</summary>
public sealed record StaleDraft(SaveDraftBody Yours, PolicySaved Current);
