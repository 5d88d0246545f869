using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;

namespace Governance.Engine.Definitions;

/// <summary>
/// A workflow definition as it was written: Elsa 3's JSON. It keeps everything, understood or not, so that what goes out is
/// what came in.
/// </summary>
internal sealed class WorkflowDocument
{
    private static readonly JsonDocumentOptions Reading = new()
    {
        MaxDepth = 128,
        AllowDuplicateProperties = false,
    };

    private readonly JsonObject _json;

    private WorkflowDocument(JsonObject json) => _json = json;

    /// <summary>Under which instances are started; whoever saves a text for the first time may give it one.</summary>
    public string DefinitionId
    {
        get => Text("definitionId") ?? "";
        set => _json["definitionId"] = value;
    }

    public string Name => Text("name") ?? DefinitionId;

    public string Description => Text("description") ?? "";

    /// <summary>The whole definition, to be changed by edits.</summary>
    internal JsonObject Json => _json;

    public JsonObject? Root => _json["root"] as JsonObject;

    public JsonArray Variables => _json["variables"] as JsonArray ?? [];

    public JsonArray Inputs => _json["inputs"] as JsonArray ?? [];

    public JsonArray Outputs => _json["outputs"] as JsonArray ?? [];

    /// <summary>Elsa's "continue with incidents": a fault stops its own branch only.</summary>
    public bool ContinuesWithIncidents =>
        (_json["options"] as JsonObject)?["incidentStrategyType"] is JsonValue strategy
        && strategy.GetValueKind() == JsonValueKind.String
        && strategy.GetValue<string>().Contains("ContinueWithIncidents", StringComparison.Ordinal);

    /// <summary>Reads the text; what is wrong with it as JSON comes back as a finding, never as an exception.</summary>
    public static WorkflowDocument? Parse(string json, out DefinitionFinding? error)
    {
        error = null;
        try
        {
            if (JsonNode.Parse(json, documentOptions: Reading) is JsonObject definition)
            {
                return new WorkflowDocument(definition);
            }

            error = new(null, null, "definition-not-object", "A definition is a JSON object.");
        }
        catch (JsonException malformed)
        {
            error = new(
                null,
                null,
                "definition-not-json",
                $"The text is no JSON: line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}."
            );
        }

        return null;
    }

    /// <summary>The whole definition again, with every property that came in.</summary>
    public string ToJson() => _json.ToJsonString();

    private string? Text(string property) => JsonText.Of(_json[property]);
}

/// <summary>Reads properties that must be text, and takes anything else as absent.</summary>
internal static class JsonText
{
    public static string? Of(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : null;
}
