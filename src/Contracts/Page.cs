namespace Governance.Contracts;

/// <summary>A part of a list. <paramref name="Next"/> is given back as <c>after</c>; null when nothing follows.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
