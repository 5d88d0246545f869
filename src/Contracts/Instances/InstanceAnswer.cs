using System.Text.Json.Nodes;

namespace Governance.Contracts.Instances;

/// <summary>One run of a workflow: the version it is pinned to, what it waits for, what went wrong.</summary>
/// <param name="Status"><c>Running</c> or <c>Finished</c>.</param>
/// <param name="SubStatus"><c>Suspended</c>, <c>Finished</c>, <c>Faulted</c> or <c>Cancelled</c>.</param>
/// <param name="Name">By which people tell it from others, when its workflow gives it one.</param>
/// <param name="CorrelationId">Events under another one do not reach it.</param>
/// <param name="Parent">The instance that started it as its child, about the same subject.</param>
public sealed record InstanceAnswer(
    string Id,
    string Partnership,
    InstanceSubject Subject,
    InstanceDefinition Definition,
    string Status,
    string SubStatus,
    DateTime Started,
    DateTime? Ended,
    IReadOnlyList<InstanceBookmark> Bookmarks,
    IReadOnlyList<InstanceTimer> Timers,
    IReadOnlyList<InstanceIncident> Incidents,
    int Version,
    string? Name = null,
    string? CorrelationId = null,
    string? Parent = null
);

public sealed record InstanceSubject(string Type, string Id);

/// <summary>The definition version that the instance runs until somebody migrates it.</summary>
public sealed record InstanceDefinition(string Id, string VersionId, int Version, string Name);

/// <summary>What the instance waits for, and since when.</summary>
public sealed record InstanceBookmark(
    string Id,
    string Activity,
    string Stimulus,
    string Key,
    DateTime Since
);

/// <summary>A moment that the instance waits for.</summary>
/// <param name="Clock">The clock that it belongs to; null for a plain delay.</param>
/// <param name="Parked">True when it does not run until somebody has dealt with an incident.</param>
public sealed record InstanceTimer(
    string Id,
    string Activity,
    string Name,
    DateTime Due,
    string? Clock,
    bool Parked
);

public sealed record InstanceIncident(
    string Id,
    string Activity,
    string Message,
    DateTime At,
    DateTime? Resolved
);

/// <summary>One entry of an instance's history, oldest first.</summary>
public sealed record InstanceStep(
    int Number,
    DateTime At,
    string Event,
    string? Activity,
    string? ActivityType,
    IReadOnlyList<string>? Outcomes,
    JsonNode? Data
);
