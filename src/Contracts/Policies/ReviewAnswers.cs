namespace Governance.Contracts;

/// <summary>What a review came to (DOMAIN B2.6). Wire names; never change. A policy that is given up is withdrawn, which is an act of its own.</summary>
public static class ReviewOutcomes
{
    /// <summary>The text stands as it is; the next review is counted from the day of the outcome.</summary>
    public const string StillStands = "stillStands";

    /// <summary>The text is to be revised; its review date stays until a new version is published.</summary>
    public const string Revise = "revise";

    public static IReadOnlyList<string> All { get; } = [StillStands, Revise];
}

/// <param name="Outcome">One of <see cref="ReviewOutcomes"/>.</param>
/// <param name="Reason">Why, in a few sentences.</param>
public sealed record RecordReviewBody(string? Outcome, string? Reason);

/// <param name="Person">Somebody who holds something in the partnership.</param>
public sealed record NameOwnerBody(string? Person);

/// <summary>The recorded outcome of a review.</summary>
/// <param name="Version">The version that was reviewed, by its <paramref name="Hash"/>.</param>
/// <param name="WasDue">The review date that stood when the outcome was recorded.</param>
/// <param name="NextDue">The review date from then on.</param>
public sealed record ReviewAnswer(
    string Id,
    int Version,
    string Hash,
    string Outcome,
    string Reason,
    PersonLine By,
    DateTime At,
    DateOnly WasDue,
    DateOnly NextDue
);

/// <summary>Who looks after a policy.</summary>
/// <param name="HasLeft">They hold nothing in the partnership any more; somebody else should be named.</param>
public sealed record PolicyOwner(string Id, string Name, bool HasLeft);
