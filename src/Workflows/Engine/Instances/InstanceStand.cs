using Governance.Contracts.Instances;
using Governance.Engine.Interpreter;

namespace Governance.Engine.Instances;

/// <summary>Where an instance stands: by activity, what is open (and since when), what has failed, what was come through.</summary>
internal sealed record InstanceStand(
    IReadOnlyDictionary<string, DateTime> Here,
    IReadOnlySet<string> Failed,
    IReadOnlySet<string> Done
)
{
    /// <summary>Pure: from the history up to a moment, whatever this build's activities would do now.</summary>
    public static InstanceStand Of(IEnumerable<InstanceStep> history)
    {
        Dictionary<int, (string Activity, DateTime Since)> open = [];
        HashSet<int> failed = [];
        HashSet<string> done = new(StringComparer.Ordinal);
        foreach (InstanceStep entry in history)
        {
            switch (entry.Event)
            {
                case HistoryEvents.Started:
                    open[entry.Step] = (entry.Activity!, entry.At);
                    break;
                case HistoryEvents.Completed or HistoryEvents.Skipped:
                    open.Remove(entry.Step);
                    done.Add(entry.Activity!);
                    break;
                case HistoryEvents.Cancelled:
                    open.Remove(entry.Step);
                    break;
                case HistoryEvents.Faulted:
                    failed.Add(entry.Step);
                    break;
                case HistoryEvents.RetryAsked:
                    failed.Remove(entry.Step);
                    break;
                case HistoryEvents.Ended:
                    open.Clear();
                    break;
            }
        }

        return new InstanceStand(
            open.Values.GroupBy(step => step.Activity)
                .ToDictionary(same => same.Key, same => same.Min(step => step.Since)),
            open.Where(step => failed.Contains(step.Key))
                .Select(step => step.Value.Activity)
                .ToHashSet(StringComparer.Ordinal),
            done
        );
    }
}
