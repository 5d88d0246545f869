using System.Text.Json.Nodes;
using Governance.Engine.Definitions;

namespace Governance.Engine.Interpreter;

/// <content>Going over to another version: what is open stays open, under the other plan.</content>
internal sealed partial class InterpreterRun
{
    /// <summary>The run's plan is the new version's already. What cannot go over was refused before (<see cref="Governance.Engine.Instances.MigrationCheck"/>).</summary>
    private void Migrate(EngineStimulus.Migrate migrate)
    {
        foreach (StepState step in state.Steps)
        {
            PlannedActivity before = migrate.From.ById[step.ActivityId];
            PlannedActivity after = Planned(step);
            if (
                step.Memory is { } memory
                && after.Activity.MoveMemory(before, after, memory) is { } problem
            )
            {
                throw new InvalidOperationException(problem);
            }

            if (step.Variables is { } variables)
            {
                step.Variables = Moved(after.Variables, variables);
            }
        }

        state.Variables = Moved(plan.Variables, state.Variables);
        Note(
            HistoryEvents.Migrated,
            null,
            new JsonObject
            {
                ["from"] = migrate.FromVersion,
                ["to"] = migrate.ToVersion,
                ["reason"] = migrate.Reason,
                ["timers"] = Move(migrate.Timers),
            }
        );
    }

    private JsonArray Move(IReadOnlyDictionary<int, DateTime> moments)
    {
        JsonArray timers = [];
        foreach ((int id, DateTime due) in moments.OrderBy(one => one.Key))
        {
            int at = state.Timers.FindIndex(timer => timer.Id == id);
            state.Timers[at] = state.Timers[at] with { Due = due };
            timers.Add(new JsonObject { ["timer"] = id, ["due"] = due });
        }

        return timers;
    }

    /// <summary>By id: what is declared still keeps its value, what is new has its default, what is gone goes.</summary>
    private static Dictionary<string, JsonNode?> Moved(
        IReadOnlyList<PlannedVariable> declared,
        Dictionary<string, JsonNode?> values
    ) =>
        declared.ToDictionary(
            one => one.Id,
            one =>
                values.TryGetValue(one.Id, out JsonNode? value)
                && VariableTypes.TryFit(one.TypeName, value?.DeepClone(), out JsonNode? fitted)
                    ? fitted
                    : one.Default?.DeepClone()
        );
}
