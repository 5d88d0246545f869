using System.Text.Json.Nodes;
using Governance.Engine.Simulation;
using Governance.Modules.Clocks;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Meetings;

/// <summary>What written procedures do in a simulation.</summary>
internal static class ProcedureStandIns
{
    public static IServiceCollection AddProcedureStandIns(this IServiceCollection services) =>
        services
            .AddSingleton<IEffectStandIn, SimulatedProcedure>()
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    MeetingsWords.RemindProcedure,
                    act => act.Tell("The places that have not answered", "a reminder")
                )
            )
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    MeetingsWords.ProcedureLimitPassed,
                    act => act.Late("The limit passed without every agreement"),
                    () => new JsonObject { ["lapsed"] = true }
                )
            )
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(MeetingsWords.CancelProcedure, _ => { })
            )
            .AddSingleton(
                new AwaitedStimulus(
                    MeetingsWords.ProcedureAgreed,
                    "Every place has agreed",
                    8,
                    1,
                    12
                )
            )
            .AddSingleton(
                new AwaitedStimulus(
                    MeetingsWords.ProcedureFailed,
                    "A place has disagreed, or it was taken back",
                    2,
                    1,
                    12
                )
            );
}

/// <summary>A procedure opens; how long there is its proposer says, for the simulation five working days.</summary>
internal sealed class SimulatedProcedure : IEffectStandIn
{
    private const int WorkingDays = 5;

    public string Kind => MeetingsWords.OpenProcedure;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        JsonObject opened = (JsonObject)payload.DeepClone();
        opened["workingDays"] = WorkingDays;
        DateTime? due = SimulatedClock.Start(act, opened, out JsonArray timers);
        act.Ask("Every place of the body's rule", "agree in writing", due);
        return new JsonObject { ["procedure"] = act.NewId("procedure"), ["timers"] = timers };
    }
}
