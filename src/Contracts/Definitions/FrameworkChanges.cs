namespace Governance.Contracts.Definitions;

/// <summary>A change of the governance framework before the three seats, or what became of it.</summary>
/// <param name="Definition">The id of the changed definition, and its name as it would be.</param>
/// <param name="Version">The number of the version that is signed.</param>
/// <param name="Hash">SHA-256 of that version, which the seats sign.</param>
/// <param name="State">open, published, or ended without being published.</param>
/// <param name="Round">The sign-off round; <c>/api/sign-offs/{id}</c>.</param>
/// <param name="Reason">Why the business unit proposed it; null where no reason was given.</param>
public sealed record FrameworkChangeLine(
    string Id,
    string Definition,
    string Name,
    int Version,
    string Hash,
    string State,
    DateTime Proposed,
    string ProposedByName,
    DateTime? Ended,
    string? Round,
    string? Reason
);

/// <summary>What the seats sign, in words.</summary>
/// <param name="IsAsAsked">Whether the stored text still has the hash that was proposed.</param>
/// <param name="Before">The number of the published version that it is compared with; null when none was.</param>
/// <param name="Differences">A sentence for each difference; empty where nothing changes for anybody.</param>
/// <param name="Outline">The whole workflow as it would be.</param>
/// <param name="Rehearsed">When exactly this text was rehearsed last; null when it never was.</param>
public sealed record FrameworkChangeAnswer(
    FrameworkChangeLine Change,
    bool IsAsAsked,
    int? Before,
    IReadOnlyList<string> Differences,
    IReadOnlyList<FrameworkStep> Outline,
    DateTime? Rehearsed
);

/// <param name="Number">As 3 or 3.1; what stands inside another step carries that step's number.</param>
public sealed record FrameworkStep(string Number, string Title, IReadOnlyList<string> Sentences);

/// <param name="Reason">Why the change is taken back.</param>
public sealed record WithdrawChangeBody(string? Reason);
