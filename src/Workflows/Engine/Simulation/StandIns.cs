using System.Text.Json.Nodes;

namespace Governance.Engine.Simulation;

/// <summary>
/// Answers one kind of effect in a simulation, where its handler would in an act. It writes nothing: what it has to remember it keeps
/// in the act's memory. It may stimulate, ask, tell and be late as the handler would.
/// </summary>
public interface IEffectStandIn
{
    string Kind { get; }

    JsonObject? Answer(SimulatedAct act, JsonObject payload);
}

/// <summary>What a simulation knows of something that workflows wait for.</summary>
/// <param name="Words">What has happened then, as a sentence without its full stop.</param>
/// <param name="Weight">How likely it is beside the others that a step waits for; 0 when only an effect brings it about.</param>
/// <param name="SoonestDays">Elapsed days from the beginning of the wait; when is drawn between the two.</param>
public sealed record AwaitedStimulus(
    string Name,
    string Words,
    double Weight,
    double SoonestDays,
    double LatestDays
)
{
    /// <summary>Another soonest and latest, by what has happened in the run; null where the usual ones apply.</summary>
    public Func<SimulatedAct, (double Soonest, double Latest)?>? Within { get; init; }

    /// <summary>What comes with it, by the key under which it is awaited; nothing where left out.</summary>
    public Func<string, JsonObject?>? Payload { get; init; }

    /// <summary>What else changes with it, in the act's memory, before the workflow hears of it.</summary>
    public Action<SimulatedAct>? Happens { get; init; }
}

/// <summary>Counts working days for the statistics; without one only elapsed time is told.</summary>
public interface ISimulationCalendar
{
    int WorkingDaysBetween(DateTime fromUtc, DateTime toUtc);
}
