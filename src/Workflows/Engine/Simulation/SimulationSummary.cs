using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;

namespace Governance.Engine.Simulation;

/// <summary>What many runs of a definition had in common. It shows what is usual; it proves nothing.</summary>
public sealed record SimulationSummary
{
    private const int MostPaths = 10_000;

    public required int Runs { get; init; }

    public required int Finished { get; init; }

    /// <summary>Still waiting at the horizon.</summary>
    public required int Waiting { get; init; }

    public required int Faulted { get; init; }

    /// <summary>The most frequent first.</summary>
    public required IReadOnlyList<SimulatedPath> Paths { get; init; }

    /// <summary>Endings and other steps that no run came to: a hint, where the proofs say that they can be reached.</summary>
    public required IReadOnlyList<PlannedActivity> NeverReached { get; init; }

    /// <summary>What was late, and in how many of the runs.</summary>
    public required IReadOnlyDictionary<string, int> Late { get; init; }

    /// <summary>Who was asked for what, and in how many of the runs.</summary>
    public required IReadOnlyDictionary<string, int> Asked { get; init; }

    /// <summary>Faults, and in how many of the runs.</summary>
    public required IReadOnlyDictionary<string, int> Faults { get; init; }

    /// <summary>Kinds of effects without a stand-in: what comes after them is not to be relied on.</summary>
    public required IReadOnlyList<string> Unanswered { get; init; }

    public required TimeSpan LongestRun { get; init; }

    /// <summary>Runs are read one at a time and not kept.</summary>
    internal static SimulationSummary Of(WorkflowPlan plan, IEnumerable<SimulatedRun> runs)
    {
        Dictionary<string, List<(TimeSpan Elapsed, int? WorkingDays)>> paths = [];
        Dictionary<string, int> late = [];
        Dictionary<string, int> asked = [];
        Dictionary<string, int> faults = [];
        Dictionary<WorkflowSubStatus, int> how = [];
        HashSet<string> reached = [];
        HashSet<string> unanswered = [];
        TimeSpan longest = TimeSpan.Zero;
        int count = 0;
        foreach (SimulatedRun run in runs)
        {
            count++;
            how[run.How] = how.GetValueOrDefault(run.How) + 1;
            reached.UnionWith(run.Completed);
            unanswered.UnionWith(run.Unanswered);
            longest = run.Elapsed > longest ? run.Elapsed : longest;
            Count(late, run, SimulatedEvents.Late);
            Count(asked, run, SimulatedEvents.Asked);
            foreach (string fault in run.Faults.Distinct())
            {
                faults[fault] = faults.GetValueOrDefault(fault) + 1;
            }

            string path = string.Join(" → ", run.Path);
            if (paths.TryGetValue(path, out var times))
            {
                times.Add((run.Elapsed, run.WorkingDays));
            }
            else if (paths.Count < MostPaths)
            {
                paths[path] = [(run.Elapsed, run.WorkingDays)];
            }
        }

        return new SimulationSummary
        {
            Runs = count,
            Finished = how.GetValueOrDefault(WorkflowSubStatus.Finished),
            Waiting = how.GetValueOrDefault(WorkflowSubStatus.Suspended),
            Faulted = how.GetValueOrDefault(WorkflowSubStatus.Faulted),
            Paths =
            [
                .. paths
                    .Select(path => SimulatedPath.Of(path.Key, path.Value))
                    .OrderByDescending(path => path.Runs)
                    .ThenBy(path => path.Words, StringComparer.Ordinal),
            ],
            NeverReached =
            [
                .. plan
                    .ById.Values.Where(step =>
                        !step.Activity.Descriptor.IsContainer
                        && !step.Activity.Descriptor.IsStart
                        && !reached.Contains(step.Id)
                    )
                    .OrderBy(step => step.Index),
            ],
            Late = late,
            Asked = asked,
            Faults = faults,
            Unanswered = [.. unanswered.Order(StringComparer.Ordinal)],
            LongestRun = longest,
        };
    }

    private static void Count(Dictionary<string, int> counts, SimulatedRun run, string kind)
    {
        foreach (
            string words in run
                .Timeline.Where(line => line.Kind == kind)
                .Select(line => line.Words)
                .Distinct()
        )
        {
            counts[words] = counts.GetValueOrDefault(words) + 1;
        }
    }
}

/// <summary>A path, how many runs took it, and how long they took.</summary>
public sealed record SimulatedPath(
    string Words,
    int Runs,
    TimeSpan Shortest,
    TimeSpan Median,
    TimeSpan Longest,
    int? MedianWorkingDays
)
{
    internal static SimulatedPath Of(string words, List<(TimeSpan Elapsed, int? WorkingDays)> times)
    {
        times.Sort((one, other) => one.Elapsed.CompareTo(other.Elapsed));
        (TimeSpan elapsed, int? workingDays) = times[times.Count / 2];
        return new SimulatedPath(
            words,
            times.Count,
            times[0].Elapsed,
            elapsed,
            times[^1].Elapsed,
            workingDays
        );
    }
}
