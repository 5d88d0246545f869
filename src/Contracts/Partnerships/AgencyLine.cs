namespace Governance.Contracts;

/// <summary>A relevant agency of a partnership, by its id there.</summary>
public sealed record AgencyLine(string Id, string Name);
