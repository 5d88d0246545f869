using System.Text.Json.Nodes;
using Governance.Engine.Simulation;

namespace Governance.Modules.Clocks;

/// <summary>Stands in for an effect that only tells somebody something, or does nothing that a workflow sees.</summary>
public sealed class SimulatedTelling(
    string kind,
    Action<SimulatedAct> does,
    Func<JsonObject?>? answer = null
) : IEffectStandIn
{
    public string Kind => kind;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        does(act);
        return answer?.Invoke();
    }
}
