using Governance.Contracts.Instances;
using Governance.Engine.Interpreter;
using Governance.Host.Pages.Components;

namespace Governance.Host.Pages.Instances;

/// <summary>How a workflow stands and what it did, in words.</summary>
internal static class InstanceWords
{
    /// <summary>The states that a list can be narrowed to.</summary>
    public static IReadOnlyList<Choice> States { get; } =
    [
        new(nameof(WorkflowSubStatus.Suspended), "Running"),
        new(nameof(WorkflowSubStatus.Faulted), "Went wrong"),
        new(nameof(WorkflowSubStatus.Finished), "Finished"),
        new(nameof(WorkflowSubStatus.Cancelled), "Cancelled"),
    ];

    public static string State(InstanceAnswer instance) =>
        States.FirstOrDefault(each => each.Value == instance.SubStatus)?.Text ?? instance.SubStatus;

    public static string Tag(InstanceAnswer instance) =>
        instance.SubStatus switch
        {
            nameof(WorkflowSubStatus.Faulted) => "govuk-tag--red",
            nameof(WorkflowSubStatus.Suspended) => "govuk-tag--blue",
            _ => "govuk-tag--grey",
        };

    /// <summary>Incidents that nobody has dealt with.</summary>
    public static IEnumerable<InstanceIncident> Open(InstanceAnswer instance) =>
        instance.Incidents.Where(incident => incident.Resolved is null);

    public static string Subject(InstanceSubject subject) =>
        subject.Type switch
        {
            "policy" => "A policy",
            "group" => "A task and finish group",
            "challengeSeat" => "A seat’s answer to a challenge",
            "escalation" => "A professional challenge",
            "writtenProcedure" => "A written procedure",
            "frameworkChange" => "A change of the framework",
            _ => Words.Begin(subject.Type),
        };

    public static string Resolution(string? resolution) =>
        resolution switch
        {
            "retried" => "Tried again",
            "skipped" => "Skipped",
            "cancelled" => "Cancelled",
            _ => "Over",
        };

    /// <summary>An entry of the history; null for one that says nothing to people.</summary>
    public static string? Event(InstanceStep entry) =>
        entry.Event switch
        {
            HistoryEvents.Began => "The workflow began",
            HistoryEvents.Started => "Came to this step",
            HistoryEvents.Suspended => "Waits",
            HistoryEvents.Resumed => "Somebody acted",
            HistoryEvents.Due => "A moment was reached",
            HistoryEvents.Completed => "Done"
                + (
                    entry.Outcomes is { Count: > 0 } left && left is not ["Done"]
                        ? ": " + string.Join(", ", left.Select(MapWords.Port))
                        : ""
                ),
            HistoryEvents.Cancelled => "Closed unfinished",
            HistoryEvents.PassedOver => "Passed over",
            HistoryEvents.Faulted => "Went wrong",
            HistoryEvents.CancelAsked => "Cancellation asked for",
            HistoryEvents.RetryAsked => "Tried again",
            HistoryEvents.SkipAsked or HistoryEvents.Skipped => "Skipped",
            HistoryEvents.Migrated => "Moved to another version of the workflow",
            HistoryEvents.TimersMoved => "Moments moved with a clock",
            HistoryEvents.Ended => "The workflow ended",
            _ => null,
        };
}
