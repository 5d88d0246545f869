using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;

namespace Governance.Host.Designer;

/// <summary>
/// What Elsa's canvas cannot take is said to it in another way, and meant the same when it comes back: a type that is not here (one
/// such step, and it draws nothing at all), and a wrapped value where its form shows a plain one.
/// </summary>
internal static class ElsaCanvas
{
    private const string NotFound = "Elsa.NotFoundActivity";
    private const string Original = "originalActivityJson";

    /// <summary>For the palette: drawn where a type is missing, and offered to nobody.</summary>
    public static ActivityDescriptor MissingActivity { get; } =
        new()
        {
            TypeName = NotFound,
            Category = "System",
            DisplayName = "Unknown step",
            Description =
                "This service does not know what this step does. The workflow cannot be saved or published with it.",
            IsBrowsable = false,
        };

    public static void Fit(JsonNode? root, ActivityRegistry registry)
    {
        foreach (JsonObject step in ElsaSteps.In(root).ToArray())
        {
            if (registry.Find(DesignerBody.TextOf(step["type"])!) is not { } activity)
            {
                Replace(step);
                continue;
            }

            step["version"] = activity.Descriptor.Version;
            foreach (InputDescriptor input in activity.Descriptor.Inputs)
            {
                if (!input.IsWrapped && step[input.PropertyName()] is JsonObject wrapper)
                {
                    Unwrap(step, input, wrapper);
                }
            }
        }
    }

    /// <summary>Puts the steps back that stood for missing ones, so that their own types are named.</summary>
    public static void Restore(JsonNode? root)
    {
        foreach (
            JsonObject step in ElsaSteps
                .In(root)
                .Where(step => DesignerBody.TextOf(step["type"]) == NotFound)
                .ToArray()
        )
        {
            if (Parsed(DesignerBody.TextOf(step[Original])) is JsonObject original)
            {
                step.Clear();
                Fill(step, original);
            }
        }
    }

    private static void Replace(JsonObject step)
    {
        string type = DesignerBody.TextOf(step["type"])!;
        string original = step.ToJsonString();
        JsonObject placeholder = new()
        {
            ["id"] = step["id"]?.DeepClone(),
            ["nodeId"] = step["nodeId"]?.DeepClone(),
            ["name"] = step["name"]?.DeepClone(),
            ["type"] = NotFound,
            ["version"] = MissingActivity.Version,
            ["missingTypeName"] = type,
            ["missingTypeVersion"] = step["version"]?.DeepClone(),
            [Original] = original,
            ["customProperties"] = new JsonObject(),
            ["metadata"] = step["metadata"]?.DeepClone() ?? new JsonObject(),
        };
        if (placeholder["metadata"] is JsonObject metadata)
        {
            metadata["displayText"] = $"Unknown: {type}";
        }

        step.Clear();
        Fill(step, placeholder);
    }

    private static void Fill(JsonObject step, JsonObject with)
    {
        foreach ((string member, JsonNode? value) in with)
        {
            step[member] = value?.DeepClone();
        }
    }

    /// <summary>Only what is written out: an expression stays as it is and is changed in the outline.</summary>
    private static void Unwrap(JsonObject step, InputDescriptor input, JsonObject wrapper)
    {
        if (wrapper["expression"] is not JsonObject expression)
        {
            return;
        }

        JsonNode? value = expression["value"]?.DeepClone();
        switch (DesignerBody.TextOf(expression["type"]))
        {
            case "Literal":
                break;
            case "Object" when DesignerBody.TextOf(value) is null:
                break;
            case "Object" when Parsed(DesignerBody.TextOf(value)) is { } parsed:
                value = parsed;
                break;
            default:
                return;
        }

        step[input.PropertyName()] =
            input.UiHint == "checklist" && DesignerBody.TextOf(value) is { } parts
                ? new JsonArray([
                    .. parts
                        .Split(
                            ',',
                            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                        )
                        .Select(part => JsonValue.Create(part)),
                ])
                : value;
    }

    private static JsonNode? Parsed(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
