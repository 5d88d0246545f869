namespace Governance.Contracts.Definitions;

/// <summary>Something wrong (or worth knowing) in a workflow definition: which activity, which of its properties, and why.</summary>
/// <param name="Activity">The activity's id; null when it is about the definition as a whole.</param>
/// <param name="Code">Stable.</param>
public sealed record DefinitionFinding(
    string? Activity,
    string? Property,
    string Code,
    string Reason
);
