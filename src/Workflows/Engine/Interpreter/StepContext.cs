using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Expressions;

namespace Governance.Engine.Interpreter;

/// <summary>What one call of an activity can see.</summary>
internal sealed class StepContext(InterpreterRun run, StepState step, WorkflowPlan plan)
    : ActivityContext,
        IRuleScope
{
    private readonly PlannedActivity _planned = run.Planned(step);

    public override DateTime Now => run.Now;

    public override PlannedActivity Planned => _planned;

    public override int Instance => step.Id;

    public override string InstanceId => run.State.InstanceId;

    public override string SubjectType => run.State.SubjectType;

    public override string SubjectId => run.State.SubjectId;

    public override bool IsTrigger => run.State.TriggeredBy == step.ActivityId;

    public override JsonNode? TriggerPayload =>
        IsTrigger ? run.State.TriggerPayload?.DeepClone() : null;

    public override JsonObject Memory => step.Memory ??= [];

    public override IReadOnlyList<LiveChild> Children =>
        [
            .. run
                .State.Steps.Where(child => child.Parent == step.Id)
                .Select(child => new LiveChild(child.Id, run.Planned(child))),
        ];

    internal override bool HasChildren
    {
        get
        {
            foreach (StepState other in run.State.Steps)
            {
                if (other.Parent == step.Id)
                {
                    return true;
                }
            }

            return false;
        }
    }

    internal override bool Remembers(string name) => step.Memory?.ContainsKey(name) == true;

    internal override PlannedActivity? Trigger =>
        run.State.TriggeredBy is { } id ? plan.ById.GetValueOrDefault(id) : null;

    public override JsonNode? Value(string name)
    {
        if (_planned.Given(name) is { } given)
        {
            return Evaluate(given);
        }

        foreach (InputDescriptor input in _planned.Activity.Descriptor.Inputs)
        {
            if (string.Equals(input.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return input.DefaultValue?.DeepClone();
            }
        }

        return null;
    }

    public override JsonNode? Variable(string idOrName) =>
        TryGetVariable(idOrName, out JsonNode? value) ? value?.DeepClone() : null;

    internal override JsonNode? Evaluate(Expression expression) =>
        expression switch
        {
            LiteralExpression literal => literal.Value?.DeepClone(),
            VariableExpression variable => Variable(variable.IdOrName),
            InputExpression input => Input(input.Name)?.DeepClone(),
            OutputExpression output => Output(output.ActivityId, output.Name)?.DeepClone(),
            RuleExpression rule => RuleEvaluation.Evaluate(rule.Root, this).ToJson(),
            _ => throw new ActivityFaultException("This input has no single value."),
        };

    public bool TryGetVariable(string name, out JsonNode? value)
    {
        if (run.FindVariable(step, name) is (Dictionary<string, JsonNode?> scope, { } variable))
        {
            value = scope.GetValueOrDefault(variable.Id);
            return true;
        }

        value = null;
        return false;
    }

    public JsonNode? Input(string name) => run.State.Inputs.GetValueOrDefault(name);

    public JsonNode? Output(string activityId, string name) =>
        run.FindOutput(step, activityId, name);
}
