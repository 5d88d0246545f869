using System.Text.Json.Nodes;

namespace Governance.Engine.Definitions.Editing;

/// <summary>What a text says of itself and declares, as a form shows it.</summary>
public sealed record DeclaredValues(
    string Name,
    string Description,
    IReadOnlyList<DeclaredValue> Variables,
    IReadOnlyList<DeclaredValue> Inputs,
    IReadOnlyList<DeclaredValue> Outputs,
    IReadOnlyList<string> Outcomes
)
{
    /// <summary>Null when the text is no definition.</summary>
    public static DeclaredValues? Of(string json) =>
        WorkflowDocument.Parse(json, out _) is { } document
            ? new DeclaredValues(
                document.Name,
                document.Description,
                Read(document.Variables, "typeName"),
                Read(document.Inputs, "type"),
                Read(document.Outputs, "type"),
                [
                    .. (document.Json["outcomes"] as JsonArray ?? [])
                        .Select(JsonText.Of)
                        .OfType<string>(),
                ]
            )
            : null;

    private static IReadOnlyList<DeclaredValue> Read(JsonArray list, string typeProperty) =>
        [
            .. list.OfType<JsonObject>()
                .Where(one => JsonText.Of(one["name"]) is { Length: > 0 })
                .Select(one => new DeclaredValue(
                    JsonText.Of(one["name"]),
                    JsonText.Of(one["name"])!,
                    JsonText.Of(one[typeProperty]) ?? "Object",
                    DeclarationEdits.TextOf(one["value"])
                )),
        ];
}
