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
