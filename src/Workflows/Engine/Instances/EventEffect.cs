using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Storage;

namespace Governance.Engine.Instances;

/// <summary>Publishes an event for a workflow, once that has come to rest.</summary>
internal sealed class EventEffect(WorkflowRunner runner) : IEffectHandler
{
    public string Kind => PublishEvent.Effect;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        Result<int> told = await runner.PublishAsync(
            act,
            new PublishedEvent(
                payload["event"]!.GetValue<string>(),
                context.Subject,
                payload["correlation"]?.GetValue<string>(),
                payload["payload"]?.DeepClone(),
                payload["local"]!.GetValue<bool>() ? context.InstanceId : null
            )
        );
        return told.Then(_ => (JsonObject?)null);
    }
}
