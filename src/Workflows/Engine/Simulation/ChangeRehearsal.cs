using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;

namespace Governance.Engine.Simulation;

/// <summary>How one case went in one version.</summary>
/// <param name="How">Finished, Suspended (it waited when it was given up) or Faulted.</param>
/// <param name="WorkingDays">From its beginning to its last event; null without a calendar.</param>
public sealed record RehearsedRun(
    string How,
    int? WorkingDays,
    IReadOnlyList<string> Asked,
    IReadOnlyList<string> Late,
    IReadOnlyList<string> Faults
);

/// <summary>One case through both versions.</summary>
/// <param name="Before">Null where no version is published.</param>
public sealed record RehearsedCase(string Name, RehearsedRun? Before, RehearsedRun After);

/// <summary>In how many of the cases something was so, before and after.</summary>
public sealed record RehearsedCount(string Words, int Before, int After);

/// <summary>What a change would do to cases: shown, not proved.</summary>
/// <param name="Recorded">How many of the cases are recorded ones.</param>
/// <param name="NeverEnd">The cases that still waited when they were given up, or faulted, in the new version.</param>
public sealed record RehearsedChange(
    IReadOnlyList<RehearsedCase> Cases,
    int Recorded,
    IReadOnlyList<RehearsedCount> Asked,
    IReadOnlyList<RehearsedCount> Late,
    IReadOnlyList<string> NeverEnd
);

/// <summary>
/// Plays the same cases through two versions of a definition: recorded ones, awkward ones, and some by dice. Pure but for its cost,
/// which is bounded: at most <see cref="MostRecorded"/> recorded cases, <see cref="ByDice"/> by dice, <see cref="Moves"/> events in
/// each, and <see cref="Horizon"/> of virtual time.
/// </summary>
public sealed class ChangeRehearsal(Simulator simulator, DefinitionPlanner planner)
{
    public const int MostRecorded = 50;
    public const int ByDice = 20;
    public const int Moves = 200;
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(3 * 366);

    private static readonly (string Name, SimulatedHabit Habit)[] Awkward =
    [
        ("Silence everywhere", SimulatedHabit.Silence),
        ("Everything at once", SimulatedHabit.AtOnce),
        ("Everything on the last minute", SimulatedHabit.LastMinute),
        ("Every refusal", SimulatedHabit.Refusals),
        ("Refused twice, then as usual", SimulatedHabit.TwoRefusals),
    ];

    /// <param name="before">The published text; null where none is.</param>
    /// <returns>Null where one of the texts cannot run.</returns>
    public RehearsedChange? Play(
        string? before,
        string after,
        IReadOnlyList<RecordedCase> recorded,
        DateTime start
    )
    {
        WorkflowPlan? old = before is null ? null : planner.Plan(before).Plan;
        if (planner.Plan(after).Plan is not { } young || (before is not null && old is null))
        {
            return null;
        }

        RehearsedCase play(string name, SimulationSettings settings, Func<IChooseNext?> people) =>
            new(
                name,
                old is null ? null : RunOf(simulator.Run(old, settings, people())),
                RunOf(simulator.Run(young, settings, people()))
            );
        SimulationSettings settings = new()
        {
            Start = start,
            Horizon = Horizon,
            MostMoves = Moves,
            SubjectType = young.DefinitionId,
        };
        RecordedCase[] taken = [.. recorded.Take(MostRecorded)];
        List<RehearsedCase> cases =
        [
            .. taken.Select(
                (one, at) =>
                    play($"Recorded case {at + 1}", settings, () => new ByRecord(one, start))
            ),
            .. Awkward.Select(one => play(one.Name, settings, () => simulator.PeopleOf(one.Habit))),
            .. Enumerable
                .Range(1, ByDice)
                .Select(seed => play($"By dice {seed}", settings with { Seed = seed }, () => null)),
        ];
        return new RehearsedChange(
            cases,
            taken.Length,
            Counted(cases, run => run.Asked),
            Counted(cases, run => run.Late),
            [
                .. cases
                    .Where(one => one.After.How != nameof(WorkflowSubStatus.Finished))
                    .Select(one => one.Name),
            ]
        );
    }

    private static RehearsedRun RunOf(SimulatedRun run) =>
        new(
            run.How.ToString(),
            run.WorkingDays,
            WordsOf(run, SimulatedEvents.Asked),
            WordsOf(run, SimulatedEvents.Late),
            [.. run.Faults.Distinct()]
        );

    private static string[] WordsOf(SimulatedRun run, string kind) =>
        [
            .. run
                .Timeline.Where(line => line.Kind == kind)
                .Select(line => line.Words)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static RehearsedCount[] Counted(
        List<RehearsedCase> cases,
        Func<RehearsedRun, IReadOnlyList<string>> words
    ) =>
        [
            .. cases
                .SelectMany(one =>
                    words(one.After).Concat(one.Before is null ? [] : words(one.Before))
                )
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(word => new RehearsedCount(
                    word,
                    cases.Count(one => one.Before is not null && words(one.Before).Contains(word)),
                    cases.Count(one => words(one.After).Contains(word))
                )),
        ];
}
