using System.Text.Json.Nodes;
using Governance.Engine.Simulation;
using Governance.Modules.Definitions.Activities;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Definitions;

/// <summary>What changes of the framework do in a simulation.</summary>
internal static class DefinitionsStandIns
{
    public static IServiceCollection AddDefinitionsStandIns(this IServiceCollection services) =>
        services.AddSingleton<IEffectStandIn, SimulatedDefinitionPublication>();
}

/// <summary>What was signed is published; once in two hundred the stored text is another.</summary>
internal sealed class SimulatedDefinitionPublication : IEffectStandIn
{
    public string Kind => DefinitionsWords.Publish;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload) =>
        new()
        {
            ["outcome"] =
                act.Dice.Next(200) == 0
                    ? PublishDefinitionStep.IntegrityAlarm
                    : PublishDefinitionStep.Published,
        };
}
