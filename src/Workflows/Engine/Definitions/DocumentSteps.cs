using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;

namespace Governance.Engine.Definitions;

/// <summary>A step where it stands in a document as it was written.</summary>
/// <param name="Around">The step that it stands in; null for the root.</param>
/// <param name="Slot">The property that holds it alone (<c>body</c>, <c>then</c>); null when it stands in a list of steps.</param>
internal sealed record DocumentStep(string Id, JsonObject Json, DocumentStep? Around, string? Slot)
{
    public string Type => JsonText.Of(Json["type"]) ?? "";

    public JsonArray Steps => Json["activities"] as JsonArray ?? [];

    public JsonArray Arrows => Json["connections"] as JsonArray ?? [];

    public bool HasArrows => Type == Flowchart.TypeName;
}

/// <summary>Finds steps in a document, also in one that cannot run yet: in the lists of containers and where a step holds one alone.</summary>
internal static class DocumentSteps
{
    /// <summary>From the root inwards, in the order of the document.</summary>
    public static IEnumerable<DocumentStep> All(JsonObject? root, ActivityRegistry registry) =>
        root is null ? [] : From(root, null, null, registry);

    public static DocumentStep? Find(JsonObject? root, ActivityRegistry registry, string id) =>
        All(root, registry).FirstOrDefault(step => step.Id == id);

    /// <summary>The property in which a step holds another one alone.</summary>
    public static string SlotOf(PortDescriptor port) =>
        char.ToLowerInvariant(port.Name[0]) + port.Name[1..];

    private static IEnumerable<DocumentStep> From(
        JsonObject json,
        DocumentStep? around,
        string? slot,
        ActivityRegistry registry
    )
    {
        DocumentStep step = new(JsonText.Of(json["id"]) ?? "", json, around, slot);
        yield return step;
        foreach (JsonObject inner in step.Steps.OfType<JsonObject>())
        {
            foreach (DocumentStep one in From(inner, step, null, registry))
            {
                yield return one;
            }
        }

        foreach (PortDescriptor port in registry.Find(step.Type)?.Descriptor.Ports ?? [])
        {
            if (port.Type == "Embedded" && json[SlotOf(port)] is JsonObject held)
            {
                foreach (DocumentStep one in From(held, step, SlotOf(port), registry))
                {
                    yield return one;
                }
            }
        }
    }
}
