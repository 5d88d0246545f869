namespace Governance.Contracts;

/// <summary>A part of the list of policies.</summary>
/// <param name="Next">Send it as <c>after</c> for the part that follows; null at the end.</param>
/// <param name="Previous">Send it as <c>before</c> for the part before this one; null at the start.</param>
public sealed record PolicyList(IReadOnlyList<PolicyLine> Items, string? Next, string? Previous);

/// <summary>A policy in a list. Who sees no drafts gets title, class, state and version of the text in force.</summary>
/// <param name="State">See the states of a policy.</param>
/// <param name="Changed">When it last changed; for who sees no drafts, when it was published.</param>
public sealed record PolicyLine(
    string Id,
    string Class,
    string Title,
    string State,
    int Version,
    int? PublishedVersion,
    DateOnly? ReviewDate,
    string Slug,
    DateTime Changed
);
