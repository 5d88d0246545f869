using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;

namespace Governance.Engine.Definitions;

/// <summary>The checked, immutable graph of one definition version: what the interpreter runs.</summary>
public sealed class WorkflowPlan
{
    internal WorkflowPlan(
        string definitionId,
        PlannedActivity root,
        IEnumerable<PlannedActivity> all
    )
    {
        DefinitionId = definitionId;
        Root = root;
        ById = all.ToFrozenDictionary(activity => activity.Id);
    }

    public string DefinitionId { get; }

    public PlannedActivity Root { get; }

    public string Name { get; internal init; } = "";

    /// <summary>What the definition says of itself; empty when it says nothing.</summary>
    public string Description { get; internal init; } = "";

    /// <summary>Allowed, but probably not meant: steps that no edge leads to, edges from ports that do not exist.</summary>
    public IReadOnlyList<DefinitionFinding> Warnings { get; internal init; } = [];

    internal FrozenDictionary<string, PlannedActivity> ById { get; }

    internal IReadOnlyList<PlannedVariable> Variables { get; init; } = [];

    internal IReadOnlyList<PlannedInput> Inputs { get; init; } = [];

    internal IReadOnlyList<PlannedOutput> Outputs { get; init; } = [];

    internal bool ContinuesWithIncidents { get; init; }

    /// <summary>The steps that may start the workflow when what they wait for happens.</summary>
    public IEnumerable<PlannedActivity> Triggers =>
        ById.Values.Where(activity => activity.CanStartWorkflow);

    /// <summary>
    /// Those that the workflow comes to when it begins: in the root, or in a container that is the first to run of the container
    /// around it, and so on up to the root.
    /// </summary>
    internal IEnumerable<PlannedActivity> StartingTriggers =>
        Triggers.Where(trigger => trigger.Parent is { } container && IsFirstToRun(container));

    private bool IsFirstToRun(PlannedActivity container) =>
        container == Root
        || container.Parent is { } around
            && (
                around.Graph is { } graph
                    ? graph.Nodes[graph.Start] == container
                    : around.Activity is Sequence && around.Activities[0] == container
            )
            && IsFirstToRun(around);

    /// <summary>What is wrong with the values that somebody wants to start the workflow with, by name.</summary>
    internal Dictionary<string, string[]> CheckInputs(JsonObject? given)
    {
        Dictionary<string, string[]> errors = [];
        foreach ((string name, JsonNode? value) in given ?? [])
        {
            PlannedInput? declared = Inputs.FirstOrDefault(input => input.Name == name);
            if (declared is null)
            {
                errors[name] = ["The workflow has no such input."];
            }
            else if (value is not null && !VariableTypes.TryFit(declared.TypeName, value, out _))
            {
                errors[name] = [$"This is not of the type {declared.TypeName}."];
            }
        }

        return errors;
    }
}

internal sealed record PlannedInput(string Name, string TypeName);

/// <summary>What whoever waits for the workflow is handed when it finishes.</summary>
internal sealed record PlannedOutput(string Name, string TypeName);

/// <summary>A plan, or everything that stands against one, all at once.</summary>
public sealed record Planning(WorkflowPlan? Plan, IReadOnlyList<DefinitionFinding> Errors)
{
    /// <summary>As much of the root as could be read, also where something stands against a plan: to be shown, never to be run.</summary>
    internal PlannedActivity? Drawn { get; init; }
}
