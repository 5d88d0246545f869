using System.Text.Json.Nodes;
using Governance.Engine.Definitions;

namespace Governance.Engine.Simulation;

/// <summary>How a simulation begins and when it is given up.</summary>
public sealed record SimulationSettings
{
    /// <summary>The virtual moment of the beginning, UTC.</summary>
    public DateTime Start { get; init; } = new(2027, 2, 3, 9, 0, 0, DateTimeKind.Utc);

    public int Seed { get; init; } = 1;

    /// <summary>What still waits after this is left waiting.</summary>
    public TimeSpan Horizon { get; init; } = TimeSpan.FromDays(3_653);

    /// <summary>Things that happen in one run, limits that run out among them.</summary>
    public int MostMoves { get; init; } = 400;

    public string SubjectType { get; init; } = "simulated";

    public JsonObject? Inputs { get; init; }
}

/// <summary>
/// Runs definitions in memory against a virtual clock: the real plan, the real activities and the real interpreter, with stand-ins
/// for what the modules would do and dice or a script for what people do. No database, no waiting; the same seed gives the same run.
/// </summary>
public sealed class Simulator(
    IEnumerable<IEffectStandIn> standIns,
    IEnumerable<AwaitedStimulus> stimuli,
    IEnumerable<ISimulationCalendar> calendars
)
{
    private readonly Dictionary<string, IEffectStandIn> _standIns = standIns.ToDictionary(one =>
        one.Kind
    );

    private readonly Dictionary<string, AwaitedStimulus> _stimuli = stimuli.ToDictionary(one =>
        one.Name
    );

    private readonly ISimulationCalendar? _calendar = calendars.SingleOrDefault();

    /// <param name="choices">What people do; dice by the seed when left out. For one run: it may remember.</param>
    public SimulatedRun Run(
        WorkflowPlan plan,
        SimulationSettings settings,
        IChooseNext? choices = null
    ) => new SimulationRun(plan, settings, _standIns, _stimuli, choices).Run(_calendar);

    /// <summary>People of a habit, for one run.</summary>
    internal IChooseNext PeopleOf(SimulatedHabit habit) => new ByHabit(habit, _stimuli);

    /// <summary>Many runs, with seeds from the settings' on, and what they have in common.</summary>
    public SimulationSummary RunMany(WorkflowPlan plan, SimulationSettings settings, int runs) =>
        SimulationSummary.Of(
            plan,
            Enumerable
                .Range(0, runs)
                .Select(run => Run(plan, settings with { Seed = settings.Seed + run }))
        );
}
