namespace Governance.Contracts;

/// <summary>How many of the agencies that were asked have confirmed.</summary>
public sealed record CascadeCount(int Confirmed, int Agencies);

/// <summary>What an agency's representative says of its cascade; a part that is absent stays as it is.</summary>
/// <param name="Briefed">The staff whom it concerns have been briefed.</param>
/// <param name="WebsiteUpdated">The agency's website links to this version.</param>
/// <param name="OwnPolicyUpdated">The agency's own policy agrees with it.</param>
/// <param name="TrainingUpdated">Its training agrees with it.</param>
/// <param name="Note">Needed when something confirmed before is taken back.</param>
public sealed record CascadeBody(
    bool? Briefed = null,
    bool? WebsiteUpdated = null,
    bool? OwnPolicyUpdated = null,
    bool? TrainingUpdated = null,
    string? Note = null
);

/// <summary>How the version in force, or the last one that was, has reached the relevant agencies.</summary>
public sealed record CascadeAnswer
{
    public required string Policy { get; init; }

    public required string Partnership { get; init; }

    public required string Title { get; init; }

    public required int Version { get; init; }

    public required string Hash { get; init; }

    /// <summary>none (nobody was asked), open, confirmed, superseded, withdrawn, or ended with the workflow.</summary>
    public required string State { get; init; }

    public DateTime? Told { get; init; }

    public DateTime? Due { get; init; }

    public string? Clock { get; init; }

    /// <summary>Working days until it is due, today not counted; negative once it is overdue. Null when nothing is asked.</summary>
    public int? WorkingDaysLeft { get; init; }

    public DateTime? Ended { get; init; }

    /// <summary>k of n.</summary>
    public required CascadeCount Count { get; init; }

    public required IReadOnlyList<CascadeAgencyAnswer> Agencies { get; init; }

    /// <summary>The chase list: who is asked and has not confirmed.</summary>
    public required IReadOnlyList<CascadeOutstanding> Outstanding { get; init; }

    /// <summary>When everybody outstanding was last told once more.</summary>
    public DateTime? Chased { get; init; }

    /// <summary>The London date from which they may be told again; null when nobody is outstanding.</summary>
    public DateOnly? ChaseFrom { get; init; }

    /// <summary>Whether it is the reader's to chase, on a day on which that is possible.</summary>
    public bool MayChase { get; init; }

    /// <summary>What was reached of earlier versions, newest first.</summary>
    public required IReadOnlyList<CascadeHistoryLine> Earlier { get; init; }
}

/// <summary>One agency's cascade of one version.</summary>
/// <param name="Note">The representative's own words; shown to the agency itself and to those who steer the policy.</param>
/// <param name="Confirmed">When all four parts were true.</param>
/// <param name="Mine">Whether the reader represents this agency and may confirm now.</param>
public sealed record CascadeAgencyAnswer(
    string Agency,
    string Name,
    DateTime Told,
    DateTime? Due,
    bool Briefed,
    bool WebsiteUpdated,
    bool OwnPolicyUpdated,
    bool TrainingUpdated,
    string? Note,
    DateTime? Changed,
    string? ChangedByName,
    DateTime? Confirmed,
    string? ConfirmedByName,
    bool Mine
);

/// <summary>An agency that has not confirmed.</summary>
/// <param name="WorkingDaysLeft">Today not counted; negative once it is overdue.</param>
/// <param name="Missing">The parts that are not confirmed, by their names in <see cref="CascadeBody"/>.</param>
/// <param name="Representatives">Who represents it today; when nobody does, nobody was told.</param>
public sealed record CascadeOutstanding(
    string Agency,
    string Name,
    int WorkingDaysLeft,
    bool Overdue,
    IReadOnlyList<string> Missing,
    IReadOnlyList<PersonLine> Representatives,
    DateTime? Chased
);

public sealed record CascadeHistoryLine(
    int Version,
    string State,
    CascadeCount Count,
    DateTime Told,
    DateTime? Ended
);
