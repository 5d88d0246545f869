using System.Text.Json.Nodes;
using Governance.Engine.Simulation;
using Governance.Modules.Clocks;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Consultation;

/// <summary>What consultations do in a simulation.</summary>
internal static class WindowStandIns
{
    public static IServiceCollection AddWindowStandIns(this IServiceCollection services) =>
        services
            .AddSingleton<IEffectStandIn, SimulatedWindow>()
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    ConsultationWords.Remind,
                    act => act.Tell("Those who have not commented", "a reminder")
                )
            )
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    ConsultationWords.LimitPassed,
                    act => act.Tell("The business unit", "the consultation has closed"),
                    () => new JsonObject { ["closed"] = true }
                )
            )
            .AddSingleton<IEffectStandIn>(new SimulatedTelling(ConsultationWords.Cancel, _ => { }))
            .AddSingleton(
                new AwaitedStimulus(
                    ConsultationWords.Closed,
                    "The consultation is closed before its limit",
                    1,
                    5,
                    90
                )
            );
}

/// <summary>A consultation opens.</summary>
internal sealed class SimulatedWindow : IEffectStandIn
{
    public string Kind => ConsultationWords.OpenWindow;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        DateTime? due = SimulatedClock.Start(act, payload, out JsonArray timers);
        act.Ask(
            string.Join(", ", payload["audience"]!.AsArray().Select(body => (string?)body)),
            "comment on the text",
            due
        );
        return new JsonObject { ["consultation"] = act.NewId("consultation"), ["timers"] = timers };
    }
}
