namespace Governance.Contracts.Instances;

/// <param name="Incident">Which one; everything that waits to be mended when left out.</param>
public sealed record RetryInstanceBody(string? Reason, string? Incident);

/// <param name="Outcome">The one the step is to leave by; may be left out when it has only one.</param>
/// <param name="Incident">May be left out when there is only one.</param>
public sealed record SkipStepBody(string? Reason, string? Outcome, string? Incident);

public sealed record CancelInstanceBody(string? Reason);

/// <summary>How an instance stands after somebody has mended or cancelled it.</summary>
/// <param name="Status"><c>Running</c> or <c>Finished</c>.</param>
/// <param name="SubStatus"><c>Suspended</c>, <c>Finished</c>, <c>Faulted</c> or <c>Cancelled</c>.</param>
/// <param name="Incidents">Those that were dealt with.</param>
public sealed record InstanceMended(
    string Id,
    string Status,
    string SubStatus,
    IReadOnlyList<string> Incidents
);
