using System.Text.Json.Nodes;
using Governance.Engine.Activities;
using Governance.Engine.Interpreter;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Engine.Simulation;

/// <summary>What the engine's own effects do in a simulation. Other workflows are not simulated with it.</summary>
internal static class EngineStandIns
{
    public static IServiceCollection AddEngineStandIns(this IServiceCollection services) =>
        services
            .AddSingleton<IEffectStandIn, SimulatedPublishing>()
            .AddSingleton<IEffectStandIn, SimulatedChild>()
            .AddSingleton<IEffectStandIn, SimulatedChildCancel>()
            .AddSingleton(Over(ExecuteWorkflow.TypeName))
            .AddSingleton(Over(DispatchWorkflow.TypeName));

    private static AwaitedStimulus Over(string waitingType) =>
        new(waitingType, "The other workflow is over", 1, 0, 60)
        {
            Payload = key => Child(key, WorkflowSubStatus.Finished),
        };

    internal static JsonObject Child(string id, WorkflowSubStatus subStatus) =>
        new() { [ChildEffects.Child] = id, ["subStatus"] = subStatus.ToString() };
}

/// <summary>An event reaches whoever waits for it in the same run.</summary>
internal sealed class SimulatedPublishing : IEffectStandIn
{
    public string Kind => PublishEvent.Effect;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        string name = (string?)payload["event"] ?? "";
        act.Tell("Whoever waits for it", $"‘{name}’ is announced");
        act.Stimulate(Event.StimulusName, name);
        return null;
    }
}

/// <summary>Another workflow runs; when it is over is for the dice.</summary>
internal sealed class SimulatedChild : IEffectStandIn
{
    public string Kind => ChildEffects.Start;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        act.Tell("Workflows", $"‘{(string?)payload["definition"]}’ is set going");
        return EngineStandIns.Child(act.NewId("workflow"), WorkflowSubStatus.Suspended);
    }
}

/// <summary>The other workflow is stopped with the step that waited for it.</summary>
internal sealed class SimulatedChildCancel : IEffectStandIn
{
    public string Kind => ChildEffects.Cancel;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload) => null;
}
