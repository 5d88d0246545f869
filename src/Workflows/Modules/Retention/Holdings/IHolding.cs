using Governance.Storage;

namespace Governance.Modules.Retention.Holdings;

/// <summary>
/// Knows one type of subject that can be disposed of: when it ended, what belongs to it, and all the rows that its content stands in.
/// </summary>
internal interface IHolding
{
    string Type { get; }

    /// <summary>The subjects of a partnership that have ended before a day, oldest end first; for the list of what is due.</summary>
    Task<IReadOnlyList<EndedSubject>> EndedAsync(
        GovernanceDb db,
        string partnershipId,
        DateTime before
    );

    /// <summary>One subject, ended or not; null when there is none.</summary>
    Task<HeldSubject?> FindAsync(GovernanceDb db, string id);

    /// <summary>Its own rows by table; what all modules keep about a subject (<see cref="SharedRows"/>) comes apart.</summary>
    IReadOnlyList<IQueryable<object>> Rows(GovernanceDb db, string id);

    /// <summary>Hashes of files that it has; a file goes when nothing else refers to it.</summary>
    Task<IReadOnlyList<string>> ContentsAsync(GovernanceDb db, string id);
}

/// <param name="Label">A kind and a number, none of its own words.</param>
internal sealed record EndedSubject(string Id, string Label, DateTime EndedAt);

/// <param name="EndedAt">Null while it is open.</param>
/// <param name="Parts">It and everything that belongs to it and has a type and an id of its own.</param>
/// <param name="Title">Its own words, shown while it is there.</param>
internal sealed record HeldSubject(
    string PartnershipId,
    string Id,
    string Label,
    string Title,
    DateTime? EndedAt,
    IReadOnlyList<SubjectRef> Parts
);
