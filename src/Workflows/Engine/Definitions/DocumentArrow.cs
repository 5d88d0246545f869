using System.Text.Json.Nodes;
using Governance.Engine.Activities;

namespace Governance.Engine.Definitions;

/// <summary>An arrow of a document as it was written; what is left out means what it means for Elsa.</summary>
internal sealed record DocumentArrow(string From, string Port, string To, JsonObject Json)
{
    private const string In = "In";

    /// <summary>Null when this is no arrow at all.</summary>
    public static DocumentArrow? Of(JsonNode? json) =>
        json is JsonObject arrow
        && arrow["source"] is JsonObject source
        && arrow["target"] is JsonObject target
        && JsonText.Of(source["activity"]) is { } from
        && JsonText.Of(target["activity"]) is { } to
            ? new DocumentArrow(from, JsonText.Of(source["port"]) ?? ActivityResult.Done, to, arrow)
            : null;

    public static IEnumerable<DocumentArrow> Of(DocumentStep chart) =>
        chart.Arrows.Select(Of).OfType<DocumentArrow>();

    public static JsonObject Write(string from, string port, string to) =>
        new()
        {
            ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = In },
        };
}
