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

/// <summary>Something that went wrong, where, and what somebody did about it.</summary>
/// <param name="Message">The cause, as the step or the timer's act gave it.</param>
/// <param name="Timer">The timer whose act kept failing; null when the step itself failed.</param>
/// <param name="ResolvedBy">Who did; the name of a part of the service when no person did.</param>
/// <param name="Resolution"><c>retried</c>, <c>skipped</c>, <c>cancelled</c>, or <c>ended</c> when something else ended its step.</param>
public sealed record InstanceIncident(
    string Id,
    string Activity,
    string Message,
    DateTime At,
    string? Timer,
    DateTime? Resolved,
    PersonLine? ResolvedBy,
    string? Resolution,
    string? Reason
);

/// <summary>One entry of an instance's history, oldest first.</summary>
/// <param name="Step">The run of the activity, since a loop runs one several times; 0 for the instance itself.</param>
public sealed record InstanceStep(
    int Number,
    DateTime At,
    string Event,
    int Step,
    string? Activity,
    string? ActivityType,
    IReadOnlyList<string>? Outcomes,
    JsonNode? Data
);
