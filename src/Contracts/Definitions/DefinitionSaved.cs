namespace Governance.Contracts.Definitions;

/// <summary>A version that was saved, proposed, brought back or retracted.</summary>
/// <param name="Approval">What a second person has to agree to; null when nothing waits.</param>
public sealed record DefinitionSaved(
    string VersionId,
    string DefinitionId,
    int Version,
    string? Approval
);
