using System.Text.Json.Nodes;
using Governance.Engine.Simulation;
using Governance.Modules.Clocks;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Requests;

/// <summary>What requests do in a simulation.</summary>
internal static class RequestsStandIns
{
    public static IServiceCollection AddRequestsStandIns(this IServiceCollection services) =>
        services
            .AddSingleton<IEffectStandIn, SimulatedRequest>()
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    RequestsWords.Remind,
                    act => act.Tell("Whoever is asked", "a reminder")
                )
            )
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    RequestsWords.LimitPassed,
                    act => act.Late("A request was not answered by its limit"),
                    () => new JsonObject { ["late"] = true }
                )
            )
            .AddSingleton<IEffectStandIn>(new SimulatedTelling(RequestsWords.Cancel, _ => { }))
            .AddSingleton(
                new AwaitedStimulus(RequestsWords.Answered, "A request is answered", 1, 1, 15)
            );
}

/// <summary>A seat or a role is asked, by the real arithmetic of the limit.</summary>
internal sealed class SimulatedRequest : IEffectStandIn
{
    public string Kind => RequestsWords.Open;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        DateTime? due = SimulatedClock.Start(act, payload, out JsonArray timers);
        act.Ask(
            RequestWhom.InWords(payload["whom"]!.GetValue<string>()),
            payload["what"]!.GetValue<string>(),
            due
        );
        return new JsonObject { ["request"] = act.NewId("request"), ["timers"] = timers };
    }
}
