using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Contracts.Instances;
using Governance.Engine.Interpreter;

namespace Governance.Host.Designer;

/// <summary>
/// One run of a step as its instance's history tells it. A step that waits is <c>Pending</c> and never <c>Running</c>: Elsa's viewer
/// asks every second about what runs.
/// </summary>
internal sealed record StepRun(
    int Step,
    string Activity,
    string Type,
    DateTime Started,
    DateTime? Ended,
    string Status,
    bool Waits,
    IReadOnlyList<string> Outcomes,
    string? Fault
)
{
    public const string Pending = "Pending";
    public const string Completed = "Completed";
    public const string Canceled = "Canceled";
    public const string Faulted = "Faulted";

    public string Id(string instance) =>
        string.Create(CultureInfo.InvariantCulture, $"{instance}:{Step}");

    /// <summary>Pure: the runs in the order in which they began.</summary>
    public static IReadOnlyList<StepRun> Of(IEnumerable<InstanceStep> history)
    {
        SortedDictionary<int, StepRun> runs = [];
        foreach (InstanceStep entry in history)
        {
            if (entry.Event == HistoryEvents.Ended)
            {
                foreach (StepRun open in runs.Values.Where(run => run.Ended is null).ToArray())
                {
                    runs[open.Step] = open with
                    {
                        Ended = entry.At,
                        Waits = false,
                        Status = open.Status == Pending ? Canceled : open.Status,
                    };
                }
            }
            else if (entry.Activity is { } activity)
            {
                runs[entry.Step] = After(
                    runs.GetValueOrDefault(entry.Step)
                        ?? new StepRun(
                            entry.Step,
                            activity,
                            entry.ActivityType ?? string.Empty,
                            entry.At,
                            null,
                            Pending,
                            false,
                            [],
                            null
                        ),
                    entry
                );
            }
        }

        return [.. runs.Values];
    }

    private static StepRun After(StepRun run, InstanceStep entry) =>
        entry.Event switch
        {
            HistoryEvents.Suspended => run with { Waits = true },
            HistoryEvents.Completed or HistoryEvents.Skipped => run with
            {
                Status = Completed,
                Ended = entry.At,
                Waits = false,
                Outcomes = entry.Outcomes ?? [],
            },
            HistoryEvents.Cancelled => run with
            {
                Status = Canceled,
                Ended = entry.At,
                Waits = false,
            },
            HistoryEvents.Faulted => run with { Status = Faulted, Fault = MessageOf(entry) },
            HistoryEvents.RetryAsked => run with { Status = Pending, Fault = null },
            _ => run,
        };

    public static string? MessageOf(InstanceStep entry) =>
        DesignerBody.TextOf((entry.Data as JsonObject)?["message"]);
}
