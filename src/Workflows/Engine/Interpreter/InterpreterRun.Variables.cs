using System.Text.Json.Nodes;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;

namespace Governance.Engine.Interpreter;

/// <content>Variables live in the container that declares them; the workflow is the outermost.</content>
internal sealed partial class InterpreterRun
{
    internal (Dictionary<string, JsonNode?> Scope, PlannedVariable? Variable) FindVariable(
        StepState from,
        string idOrName
    )
    {
        for (StepState? at = from; at is not null; at = Find(at.Parent))
        {
            if (at.Variables is not null && Declared(Planned(at).Variables, idOrName) is { } found)
            {
                return (at.Variables, found);
            }
        }

        return (state.Variables, Declared(plan.Variables, idOrName));
    }

    /// <summary>A step that starts has its variables at their defaults, but for those that whoever scheduled it has set.</summary>
    private static void Declare(StepState step, PlannedActivity planned)
    {
        foreach (PlannedVariable variable in planned.Variables)
        {
            (step.Variables ??= []).TryAdd(variable.Id, variable.Default);
        }
    }

    /// <summary>What a step handed on last: as a step inside the same round sees it, or else as anybody does.</summary>
    internal JsonNode? FindOutput(StepState from, string activityId, string name)
    {
        for (StepState? at = from; at is not null; at = Find(at.Parent))
        {
            if (at.Outputs?.GetValueOrDefault(activityId) is { } inRound)
            {
                return inRound.GetValueOrDefault(name);
            }
        }

        return state.Outputs.GetValueOrDefault(activityId)?.GetValueOrDefault(name);
    }

    private void HandOn(StepState step, string name, JsonNode? value)
    {
        Remember(state.Outputs, step.ActivityId, name, value);
        for (StepState at = step; Find(at.Parent) is { } parent; at = parent)
        {
            if (Planned(parent).Activity.RunsInnerSideBySide)
            {
                Remember(at.Outputs ??= [], step.ActivityId, name, value);
            }
        }

        string property = char.ToLowerInvariant(name[0]) + name[1..];
        if (!Planned(step).OutputVariables.TryGetValue(property, out string? target))
        {
            return;
        }

        if (FindVariable(step, target).Variable is null)
        {
            SetResult(target, value);
        }
        else
        {
            SetVariable(step, target, value);
        }
    }

    private static void Remember(
        Dictionary<string, Dictionary<string, JsonNode?>> outputs,
        string activityId,
        string name,
        JsonNode? value
    )
    {
        if (!outputs.TryGetValue(activityId, out Dictionary<string, JsonNode?>? all))
        {
            outputs[activityId] = all = [];
        }

        all[name] = value;
    }

    private void SetResult(string name, JsonNode? value)
    {
        string type = plan.Outputs.FirstOrDefault(output => output.Name == name)?.TypeName ?? "";
        (state.Results ??= [])[name] = VariableTypes.TryFit(
            type,
            value?.DeepClone(),
            out JsonNode? fitted
        )
            ? fitted
            : throw new ActivityFaultException(
                $"The output {name} is of the type {type}; {value?.ToJsonString()} is not."
            );
    }

    private void SetVariable(StepState from, string idOrName, JsonNode? value)
    {
        if (FindVariable(from, idOrName) is not (Dictionary<string, JsonNode?> scope, { } variable))
        {
            throw new ActivityFaultException($"There is no variable {idOrName}.");
        }

        scope[variable.Id] = VariableTypes.TryFit(
            variable.TypeName,
            value?.DeepClone(),
            out JsonNode? fitted
        )
            ? fitted
            : throw new ActivityFaultException(
                $"The variable {variable.Name} is of the type {variable.TypeName}; {value?.ToJsonString()} is not."
            );
    }

    private static PlannedVariable? Declared(
        IReadOnlyList<PlannedVariable> variables,
        string idOrName
    )
    {
        foreach (PlannedVariable variable in variables)
        {
            if (variable.Id == idOrName || variable.Name == idOrName)
            {
                return variable;
            }
        }

        return null;
    }
}
