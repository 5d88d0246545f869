using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Storage;

namespace Governance.Engine.Instances;

/// <summary>Starts a child; what stands against it (no published version, values that do not fit) faults the step.</summary>
internal sealed class StartChildHandler(WorkflowRunner runner) : IEffectHandler
{
    public string Kind => ChildEffects.Start;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    ) =>
        (
            await runner.StartChildAsync(
                act,
                new StartWorkflow(
                    payload["definition"]!.GetValue<string>(),
                    context.Subject.Type,
                    context.Subject.Id,
                    (JsonObject?)payload["input"]?.DeepClone(),
                    CorrelationId: payload["correlation"]?.GetValue<string>(),
                    ParentId: context.InstanceId
                ),
                payload["atOnce"]!.GetValue<bool>()
            )
        ).Then(child => (JsonObject?)child);
}

/// <summary>Says where a child stands, to a step that is tried again.</summary>
internal sealed class FindChildHandler : IEffectHandler
{
    public string Kind => ChildEffects.Find;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    ) => await WorkflowRunner.FindChildAsync(act, payload[ChildEffects.Child]!.GetValue<string>());
}

/// <summary>Cancels a child that is not over, for a step that no longer waits for it.</summary>
internal sealed class CancelChildHandler(WorkflowRunner runner) : IEffectHandler
{
    public string Kind => ChildEffects.Cancel;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        Result<Done> cancelled = await runner.CancelAsync(
            act,
            payload[ChildEffects.Child]!.GetValue<string>(),
            $"The step {context.ActivityId} of the workflow {context.InstanceId} no longer waits for it."
        );
        return cancelled.IsRefused && cancelled.Refusal.Code != EngineRefusals.InstanceOver.Code
            ? cancelled.Refusal
            : (JsonObject?)null;
    }
}
