namespace Governance.Contracts.Definitions;

/// <summary>A version that was saved, proposed, brought back or retracted.</summary>
/// <param name="Approval">What a second person has to agree to; null when nothing waits so.</param>
/// <param name="Round">The sign-off by the three seats, where it is a definition of the framework; null otherwise.</param>
public sealed record DefinitionSaved(
    string VersionId,
    string DefinitionId,
    int Version,
    string? Approval,
    string? Round = null
);
