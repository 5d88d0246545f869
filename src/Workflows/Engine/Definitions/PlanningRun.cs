using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Expressions;

namespace Governance.Engine.Definitions;

/// <summary>One pass over one definition.</summary>
internal sealed class PlanningRun(ActivityRegistry registry, WorkflowDocument document)
{
    private readonly List<DefinitionFinding> _errors = [];
    private readonly List<DefinitionFinding> _warnings = [];
    private readonly Dictionary<string, PlannedActivity> _byId = [];
    private IReadOnlyList<PlannedVariable> _variables = [];
    private IReadOnlyList<PlannedInput> _inputs = [];
    private IReadOnlyList<PlannedOutput> _outputs = [];

    public Planning Plan()
    {
        _variables = ReadVariables(document.Variables, null);
        _inputs =
        [
            .. document
                .Inputs.OfType<JsonObject>()
                .Select(input => new PlannedInput(
                    JsonText.Of(input["name"]) ?? "",
                    JsonText.Of(input["type"]) ?? "Object"
                )),
        ];
        _outputs =
        [
            .. document
                .Outputs.OfType<JsonObject>()
                .Select(output => new PlannedOutput(
                    JsonText.Of(output["name"]) ?? "",
                    JsonText.Of(output["type"]) ?? "Object"
                )),
        ];
        PlannedActivity? root = document.Root is { } json
            ? Read(json, null)
            : Error(null, "root", "root-missing", "The definition has no root activity.");
        if (root is not null && !root.Activity.Descriptor.IsContainer)
        {
            Error(root.Id, "type", "root-not-container", "The root is a Flowchart or a Sequence.");
        }

        if (_errors.Count == 0)
        {
            foreach (PlannedActivity activity in _byId.Values)
            {
                CheckNames(activity);
            }
        }

        return _errors.Count > 0 || root is null
            ? new Planning(null, _errors) { Drawn = root }
            : new Planning(
                new WorkflowPlan(document.DefinitionId, root, _byId.Values)
                {
                    Name = document.Name,
                    Description = document.Description,
                    Variables = _variables,
                    Inputs = _inputs,
                    Outputs = _outputs,
                    ContinuesWithIncidents = document.ContinuesWithIncidents,
                    Warnings = _warnings,
                },
                []
            )
            {
                Drawn = root,
            };
    }

    private PlannedActivity? Read(JsonObject json, PlannedActivity? parent)
    {
        string id = JsonText.Of(json["id"]) ?? "";
        string type = JsonText.Of(json["type"]) ?? "";
        if (registry.Find(type) is not { } activity)
        {
            Error(
                id,
                "type",
                "activity-unknown",
                $"There is no activity of the type '{type}' here."
            );
            NameUnknownInside(json);
            return null;
        }

        if (id.Length is 0 or > 200)
        {
            return Error(id, "id", "activity-id", $"A {type} has no id, or one that is too long.");
        }

        PlannedActivity planned = new(
            id,
            parent is null ? id : $"{parent.NodeId}:{id}",
            activity,
            _byId.Count
        )
        {
            Parent = parent,
            DisplayText = JsonText.Of((json["metadata"] as JsonObject)?["displayText"])?.Trim(),
            CanStartWorkflow =
                (json["customProperties"] as JsonObject)?["canStartWorkflow"] is JsonValue marked
                && marked.GetValueKind() == JsonValueKind.True,
        };
        if (!_byId.TryAdd(id, planned))
        {
            return Error(id, "id", "activity-id-twice", "Two activities have this id.");
        }

        if (_byId.Count > DefinitionPlanner.MaxActivities)
        {
            return _byId.Count == DefinitionPlanner.MaxActivities + 1
                ? Error(
                    null,
                    null,
                    "too-many-activities",
                    $"A definition has at most {DefinitionPlanner.MaxActivities} activities."
                )
                : null;
        }

        planned.Variables =
        [
            .. ReadVariables(json["variables"] as JsonArray ?? [], id),
            .. parent?.Activity.VariablesOfInner ?? [],
        ];
        ReadInner(json, planned);
        new InputReading(planned, json, Error).Read();
        foreach (string problem in activity.Check(planned))
        {
            Error(id, null, "activity-incomplete", problem);
        }

        if (
            activity is Flowchart
            && planned.Activities.Count > 0
            && planned.Activities.Count == (json["activities"] as JsonArray)?.Count
        )
        {
            JsonArray connections = json["connections"] as JsonArray ?? [];
            planned.Graph = new GraphReading(planned, connections, Error, Warn).Read();
        }

        return planned;
    }

    private void ReadInner(JsonObject json, PlannedActivity planned)
    {
        if (planned.Activity.Descriptor.IsContainer)
        {
            planned.Activities =
            [
                .. (json["activities"] as JsonArray ?? [])
                    .OfType<JsonObject>()
                    .Select(inner => Read(inner, planned))
                    .OfType<PlannedActivity>(),
            ];
        }

        Dictionary<string, PlannedActivity> embedded = [];
        foreach (PortDescriptor port in planned.Activity.Descriptor.Ports)
        {
            string property = char.ToLowerInvariant(port.Name[0]) + port.Name[1..];
            if (
                port.Type == "Embedded"
                && json[property] is JsonObject inner
                && Read(inner, planned) is { } read
            )
            {
                embedded[property] = read;
            }
        }

        planned.Embedded = embedded;
    }

    private List<PlannedVariable> ReadVariables(JsonArray variables, string? activity)
    {
        List<PlannedVariable> read = [];
        foreach (JsonObject variable in variables.OfType<JsonObject>())
        {
            string name = JsonText.Of(variable["name"]) ?? "";
            string id = JsonText.Of(variable["id"]) ?? name;
            string type = JsonText.Of(variable["typeName"]) ?? "Object";
            if (!VariableTypes.TryFit(type, variable["value"]?.DeepClone(), out JsonNode? value))
            {
                Error(
                    activity,
                    $"variables.{name}",
                    "variable-default",
                    $"The default is not of the type {type}."
                );
            }

            read.Add(new PlannedVariable(id, name, type, value));
        }

        return read;
    }

    private void CheckNames(PlannedActivity activity)
    {
        foreach ((string property, Expression expression) in activity.Inputs)
        {
            ExpressionNames names = ExpressionNames.Of(expression);
            foreach (string name in names.Variables.Where(name => !IsVisible(activity, name)))
            {
                Error(
                    activity.Id,
                    property,
                    "variable-unknown",
                    $"There is no variable {name} here."
                );
            }

            foreach (
                string name in names.Inputs.Where(name => _inputs.All(input => input.Name != name))
            )
            {
                Error(activity.Id, property, "input-unknown", $"The workflow has no input {name}.");
            }

            foreach (
                (string id, _) in names.Outputs.Where(output => !_byId.ContainsKey(output.Activity))
            )
            {
                Error(activity.Id, property, "activity-missing", $"There is no activity {id}.");
            }
        }

        if (activity.Activity.SetsVariable(activity) is { } target && !IsVisible(activity, target))
        {
            Error(
                activity.Id,
                "variable",
                "variable-unknown",
                $"There is no variable {target} here."
            );
        }

        if (
            activity.Activity.SetsOutput(activity) is { } result
            && !_outputs.Any(output => output.Name == result)
        )
        {
            Warn(
                activity.Id,
                "outputName",
                "output-undeclared",
                $"The workflow does not declare the output {result}."
            );
        }

        foreach ((string output, string name) in activity.OutputVariables)
        {
            if (!IsVisible(activity, name) && !_outputs.Any(one => one.Name == name))
            {
                Error(
                    activity.Id,
                    output,
                    "variable-unknown",
                    $"There is no variable {name} here."
                );
            }
        }
    }

    private bool IsVisible(PlannedActivity from, string idOrName)
    {
        for (PlannedActivity? at = from; at is not null; at = at.Parent)
        {
            if (at.Variables.Any(variable => variable.Id == idOrName || variable.Name == idOrName))
            {
                return true;
            }
        }

        return _variables.Any(variable => variable.Id == idOrName || variable.Name == idOrName);
    }

    private void NameUnknownInside(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (JsonNode? item in list)
                {
                    NameUnknownIn(item);
                }

                break;
            case JsonObject fields:
                foreach ((string _, JsonNode? value) in fields)
                {
                    NameUnknownIn(value);
                }

                break;
        }
    }

    private void NameUnknownIn(JsonNode? node)
    {
        if (
            node is JsonObject fields
            && JsonText.Of(fields["type"]) is { } type
            && JsonText.Of(fields["id"]) is { } id
            && type.Contains('.', StringComparison.Ordinal)
            && registry.Find(type) is null
        )
        {
            Error(
                id,
                "type",
                "activity-unknown",
                $"There is no activity of the type '{type}' here."
            );
        }

        NameUnknownInside(node);
    }

    private PlannedActivity? Error(string? activity, string? property, string code, string reason)
    {
        _errors.Add(new DefinitionFinding(activity, property, code, reason));
        return null;
    }

    private void Warn(string? activity, string? property, string code, string reason) =>
        _warnings.Add(new DefinitionFinding(activity, property, code, reason));
}
