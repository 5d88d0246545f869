using Governance.Engine.Activities;
using Governance.Engine.Expressions;

namespace Governance.Engine.Definitions;

/// <summary>One step of a checked definition, with its inputs parsed. Immutable; shared by all instances of the version.</summary>
public sealed class PlannedActivity
{
    internal PlannedActivity(string id, string nodeId, Activity activity, int index)
    {
        Id = id;
        NodeId = nodeId;
        Activity = activity;
        Index = index;
    }

    /// <summary>The id in the definition, unique in it.</summary>
    public string Id { get; }

    /// <summary>The ids from the root down to this step, joined by colons.</summary>
    public string NodeId { get; }

    public Activity Activity { get; }

    public string Type => Activity.Descriptor.TypeName;

    /// <summary>What the drawing calls it.</summary>
    public string Title =>
        DisplayText is { Length: > 0 } text ? text : Activity.Descriptor.DisplayName;

    internal string? DisplayText { get; init; }

    /// <summary>The container that it stands in; null for the root.</summary>
    public PlannedActivity? Parent { get; internal set; }

    /// <summary>Steps of a container in the order of the definition, without the embedded ones.</summary>
    public IReadOnlyList<PlannedActivity> Activities { get; internal set; } = [];

    /// <summary>Embedded steps by property name (<c>then</c>, <c>else</c>).</summary>
    public IReadOnlyDictionary<string, PlannedActivity> Embedded { get; internal set; } =
        System.Collections.Frozen.FrozenDictionary<string, PlannedActivity>.Empty;

    /// <summary>Marked as able to start the workflow.</summary>
    public bool CanStartWorkflow { get; internal init; }

    internal int Index { get; }

    internal IReadOnlyDictionary<string, Expression> Inputs { get; set; } =
        System.Collections.Frozen.FrozenDictionary<string, Expression>.Empty;

    /// <summary>Which variable takes which output, by property name.</summary>
    internal IReadOnlyDictionary<string, string> OutputVariables { get; set; } =
        System.Collections.Frozen.FrozenDictionary<string, string>.Empty;

    /// <summary>The edges between the inner steps, when this is a flowchart.</summary>
    internal FlowGraph? Graph { get; set; }

    internal IReadOnlyList<PlannedVariable> Variables { get; set; } = [];

    /// <summary>The plain text of an input, when the definition gives one that is the same for every instance.</summary>
    public string? LiteralText(string input) =>
        Given(input) is LiteralExpression literal ? JsonText.Of(literal.Value) : null;

    /// <summary>
    /// The text of an input that is the same for every instance: written out, or worked out of constants alone. Null when it needs
    /// an instance, or cannot be worked out.
    /// </summary>
    internal string? ConstantText(string input) =>
        Given(input) switch
        {
            LiteralExpression literal => JsonText.Of(literal.Value),
            RuleExpression rule => JsonText.Of(RuleEvaluation.Constant(rule.Root)),
            _ => null,
        };

    /// <summary>The input in this definition as it was written, without evaluating: for checks before anything runs.</summary>
    internal Expression? Given(string input) =>
        Inputs.GetValueOrDefault(input)
        ?? Inputs.GetValueOrDefault(char.ToLowerInvariant(input[0]) + input[1..]);
}

/// <summary>A variable that a container (or the workflow) declares, with its default.</summary>
internal sealed record PlannedVariable(
    string Id,
    string Name,
    string TypeName,
    System.Text.Json.Nodes.JsonNode? Default
);
