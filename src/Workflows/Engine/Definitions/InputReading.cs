using System.Text.Json.Nodes;
using Governance.Engine.Expressions;

namespace Governance.Engine.Definitions;

/// <summary>Notes what is wrong with a definition.</summary>
internal delegate PlannedActivity? Refuse(
    string? activity,
    string? property,
    string code,
    string reason
);

/// <summary>Reads the inputs of one activity, and which variables take its outputs.</summary>
internal sealed class InputReading(PlannedActivity planned, JsonObject json, Refuse refuse)
{
    private static readonly HashSet<string> NotInputs =
    [
        "id",
        "nodeId",
        "name",
        "type",
        "version",
        "customProperties",
        "metadata",
        "activities",
        "connections",
        "variables",
        "start",
    ];

    public void Read()
    {
        Dictionary<string, Expression> inputs = [];
        Dictionary<string, string> outputs = [];
        foreach ((string property, JsonNode? given) in json)
        {
            if (NotInputs.Contains(property) || planned.Embedded.ContainsKey(property))
            {
                continue;
            }

            if (IsOutput(property))
            {
                if (
                    JsonText.Of(((given as JsonObject)?["memoryReference"] as JsonObject)?["id"]) is
                    { } id
                )
                {
                    outputs[property] = id;
                }

                continue;
            }

            try
            {
                inputs[property] = ExpressionReader.Read(given);
            }
            catch (ExpressionRefusedException wrong)
            {
                refuse(planned.Id, property, wrong.Code, wrong.Message);
            }
        }

        planned.Inputs = inputs;
        planned.OutputVariables = outputs;
    }

    private bool IsOutput(string property) =>
        planned.Activity.Descriptor.Outputs.Any(output =>
            string.Equals(output.Name, property, StringComparison.OrdinalIgnoreCase)
        );
}
