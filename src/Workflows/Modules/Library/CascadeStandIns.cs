using System.Text.Json.Nodes;
using Governance.Engine.Simulation;
using Governance.Modules.Clocks;
using Governance.Modules.Policies;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Library;

/// <summary>What the cascade does in a simulation.</summary>
internal static class CascadeStandIns
{
    public static IServiceCollection AddCascadeStandIns(this IServiceCollection services) =>
        services
            .AddSingleton<IEffectStandIn, SimulatedDissemination>()
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    LibraryWords.Remind,
                    act => act.Tell("The agencies that have not confirmed", "a reminder")
                )
            )
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    LibraryWords.Overdue,
                    act => act.Late("Not every agency confirmed the cascade within its limit")
                )
            )
            .AddSingleton<IEffectStandIn>(new SimulatedTelling(LibraryWords.End, _ => { }))
            .AddSingleton(
                new AwaitedStimulus(LibraryWords.Confirmed, "Every agency has confirmed", 1, 5, 45)
            )
            .AddSingleton(
                new AwaitedStimulus(
                    LibraryWords.Superseded,
                    "A later version is brought to the agencies",
                    0,
                    0,
                    0
                )
            );
}

/// <summary>The agencies are asked about the version in force; what was still asked about an earlier one ends.</summary>
internal sealed class SimulatedDissemination : IEffectStandIn
{
    private const string Open = "cascade.open";

    public string Kind => LibraryWords.Disseminate;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        if (!act.Memory.ContainsKey(SimulatedPublication.Version))
        {
            return null;
        }

        if (act.Memory.TryGetValue(Open, out object? earlier))
        {
            act.Stimulate(LibraryWords.Superseded, (string)earlier);
        }

        string id = act.NewId("cascade");
        act.Memory[Open] = id;
        DateTime? due = SimulatedClock.Start(act, payload, out JsonArray timers);
        act.Ask("Each relevant agency", "confirm that the text is carried out there", due);
        return new JsonObject
        {
            ["dissemination"] = id,
            ["open"] = true,
            ["timers"] = timers,
        };
    }
}
