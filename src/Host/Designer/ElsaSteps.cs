using System.Text.Json.Nodes;

namespace Governance.Host.Designer;

/// <summary>The steps of a definition's JSON, wherever they stand: in lists and embedded in one another.</summary>
internal static class ElsaSteps
{
    /// <summary>The step itself and every one inside it, the outer before the inner.</summary>
    public static IEnumerable<JsonObject> In(JsonNode? node)
    {
        if (node is not JsonObject step || !IsStep(step))
        {
            yield break;
        }

        yield return step;
        foreach (JsonObject inner in InnerOf(step).SelectMany(In))
        {
            yield return inner;
        }
    }

    /// <summary>The steps directly inside one.</summary>
    public static IEnumerable<JsonObject> InnerOf(JsonObject step)
    {
        foreach ((string property, JsonNode? value) in step.ToArray())
        {
            if (property is "metadata" or "customProperties")
            {
                continue;
            }

            IEnumerable<JsonNode?> inner = value as JsonArray ?? Enumerable.Repeat(value, 1);
            foreach (JsonObject one in inner.OfType<JsonObject>().Where(IsStep))
            {
                yield return one;
            }
        }
    }

    private static bool IsStep(JsonObject node) =>
        DesignerBody.TextOf(node["type"]) is not null
        && DesignerBody.TextOf(node["id"]) is not null;
}
