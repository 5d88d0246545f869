using System.Text.Json.Nodes;
using Governance.Engine.Simulation;
using Governance.Modules.Clocks;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.SignOff;

/// <summary>What rounds do in a simulation.</summary>
internal static class RoundStandIns
{
    public static IServiceCollection AddRoundStandIns(this IServiceCollection services) =>
        services
            .AddSingleton<IEffectStandIn, SimulatedRound>()
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    SignOffWords.Remind,
                    act => act.Tell("The seats that have not signed", "a reminder")
                )
            )
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    SignOffWords.Escalate,
                    act =>
                        act.Late("The limit for the signatures passed; the leads are asked as well")
                )
            )
            .AddSingleton<IEffectStandIn>(new SimulatedTelling(SignOffWords.CloseRound, _ => { }))
            .AddSingleton(
                new AwaitedStimulus(SignOffWords.Completed, "All three seats have signed", 8, 1, 20)
            )
            .AddSingleton(
                new AwaitedStimulus(SignOffWords.Rejected, "A seat has rejected the text", 1, 1, 12)
            )
            .AddSingleton(
                new AwaitedStimulus(
                    SignOffWords.Lapsed,
                    "The text was changed while it was being signed",
                    1,
                    1,
                    12
                )
            );
}

/// <summary>A round opens; once in fifty a seat has nobody who may sign.</summary>
internal sealed class SimulatedRound : IEffectStandIn
{
    public string Kind => SignOffWords.OpenRound;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        bool nobody = act.Dice.Next(50) == 0;
        JsonArray timers = [];
        if (!nobody)
        {
            act.Ask(
                "Local authority, integrated care board and police",
                "sign the text",
                SimulatedClock.Start(act, payload, out timers)
            );
        }

        return new JsonObject
        {
            ["round"] = act.NewId("round"),
            ["state"] = nobody ? RoundStates.NoEligibleSigner : RoundStates.Open,
            ["signedByAll"] = false,
            ["timers"] = timers,
        };
    }
}
