using Governance.Contracts.Instances;
using Governance.Engine.Interpreter;

namespace Governance.Host.Designer;

/// <summary>One run of a step, as Elsa's case viewer reads it. The state is empty and there: without one it would ask again for ever.</summary>
internal sealed record ElsaExecution(
    string Id,
    string WorkflowInstanceId,
    string ActivityId,
    string ActivityNodeId,
    string ActivityType,
    int ActivityTypeVersion,
    string ActivityName,
    IReadOnlyDictionary<string, string> ActivityState,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Payload,
    IReadOnlyDictionary<string, string> Outputs,
    IReadOnlyDictionary<string, string> Properties,
    IReadOnlyDictionary<string, string> Metadata,
    ElsaException? Exception,
    DateTime StartedAt,
    bool HasBookmarks,
    string Status,
    int AggregateFaultCount,
    DateTime? CompletedAt
)
{
    public int CallStackDepth { get; }
}

internal sealed record ElsaException(string Type, string Message);

/// <summary>What stands on a step of the drawing as a number.</summary>
internal sealed record ElsaStat(
    string ActivityId,
    string ActivityNodeId,
    int StartedCount,
    int CompletedCount,
    int UncompletedCount,
    bool IsBlocked,
    bool IsFaulted,
    IReadOnlyDictionary<string, string> Metadata
);

internal sealed record ElsaReport(IReadOnlyList<ElsaStat> Stats);

internal sealed record ElsaCallStack(
    string ActivityExecutionId,
    IReadOnlyList<ElsaExecution> Items,
    int TotalCount
);

/// <summary>An entry of the journal: what happened to a step.</summary>
internal sealed record ElsaJournalEntry(
    string Id,
    string ActivityInstanceId,
    string ActivityId,
    string ActivityType,
    int ActivityTypeVersion,
    string ActivityName,
    string NodeId,
    DateTime Timestamp,
    int Sequence,
    string EventName,
    string? Message,
    IReadOnlyDictionary<string, string> ActivityState,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Payload
);

internal sealed record ElsaJournal(IReadOnlyList<ElsaJournalEntry> Items, int TotalCount);

/// <summary>From an instance's history to Elsa's shapes.</summary>
internal static class ElsaExecutions
{
    private static readonly Dictionary<string, string> None = [];

    public static ElsaExecution Of(StepRun run, string instance, ElsaDrawing drawing) =>
        new(
            run.Id(instance),
            instance,
            run.Activity,
            drawing.NodeOf(run.Activity),
            run.Type,
            1,
            drawing.NameOf(run.Activity),
            None,
            Outcomes(run.Outcomes),
            None,
            None,
            None,
            run.Fault is { } fault ? new ElsaException("Fault", fault) : null,
            run.Started,
            run.Waits,
            run.Status,
            run.Status == StepRun.Faulted ? 1 : 0,
            run.Ended
        );

    public static ElsaStat Stat(IGrouping<string, StepRun> runs, ElsaDrawing drawing)
    {
        int started = runs.Count();
        int ended = runs.Count(run => run.Ended is not null);
        return new ElsaStat(
            runs.Key,
            drawing.NodeOf(runs.Key),
            started,
            runs.Count(run => run.Status == StepRun.Completed),
            started - ended,
            runs.Any(run => run.Waits),
            runs.Any(run => run.Status == StepRun.Faulted),
            None
        );
    }

    /// <summary>Null for what only the engine itself remembers.</summary>
    public static ElsaJournalEntry? Journal(
        InstanceStep entry,
        string instance,
        ElsaDrawing drawing
    ) =>
        entry.Activity is { } activity && EventOf(entry.Event) is { } name
            ? new ElsaJournalEntry(
                $"{instance}-{entry.Number}",
                $"{instance}:{entry.Step}",
                activity,
                entry.ActivityType ?? drawing.TypeOf(activity),
                1,
                drawing.NameOf(activity),
                drawing.NodeOf(activity),
                entry.At,
                entry.Number,
                name,
                entry.Event == HistoryEvents.Faulted ? StepRun.MessageOf(entry) : null,
                None,
                Outcomes(entry.Outcomes ?? [])
            )
            : null;

    private static Dictionary<string, IReadOnlyList<string>> Outcomes(
        IReadOnlyList<string> outcomes
    ) => outcomes.Count > 0 ? new() { ["Outcomes"] = outcomes } : [];

    private static string? EventOf(string written) =>
        written switch
        {
            HistoryEvents.Started
            or HistoryEvents.Suspended
            or HistoryEvents.Resumed
            or HistoryEvents.Completed
            or HistoryEvents.Faulted => written,
            HistoryEvents.Due => HistoryEvents.Resumed,
            HistoryEvents.Skipped => HistoryEvents.Completed,
            HistoryEvents.Cancelled => StepRun.Canceled,
            _ => null,
        };
}
