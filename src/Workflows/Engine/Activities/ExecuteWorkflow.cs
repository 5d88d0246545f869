using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Interpreter;

namespace Governance.Engine.Activities;

/// <summary>
/// Runs another workflow as far as it goes, before this one goes on. Hands on Elsa's result: the instance, its status as Elsa's
/// numbers, and the child's outputs, those too of a child that had to be waited for.
/// </summary>
internal sealed class ExecuteWorkflow : ChildActivity
{
    internal const string TypeName = "Elsa.ExecuteWorkflow";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Composition",
            DisplayName = "Execute Workflow",
            Description = "Runs another workflow about the same subject, as far as it goes.",
            Inputs = CommonInputs,
            Outputs = [new OutputDescriptor("Result", "Result", "Object")],
        };

    protected override bool RunsAtOnce => true;

    protected override JsonNode ResultOf(JsonObject child) =>
        new JsonObject
        {
            ["WorkflowDefinitionVersionId"] = child["version"]?.DeepClone(),
            ["WorkflowInstanceId"] = child[ChildEffects.Child]?.DeepClone(),
            ["CorrelationId"] = child["correlation"]?.DeepClone(),
            ["Status"] =
                child["status"]?.GetValue<string>() == nameof(WorkflowStatus.Running) ? 0 : 1,
            ["SubStatus"] = ElsasNumberOf(child["subStatus"]?.GetValue<string>()),
            ["Output"] = child["output"]?.DeepClone(),
        };

    private static int ElsasNumberOf(string? subStatus) =>
        subStatus switch
        {
            nameof(WorkflowSubStatus.Executing) => 1,
            nameof(WorkflowSubStatus.Suspended) => 2,
            nameof(WorkflowSubStatus.Finished) => 3,
            nameof(WorkflowSubStatus.Cancelled) => 4,
            nameof(WorkflowSubStatus.Faulted) => 5,
            _ => 0,
        };
}
