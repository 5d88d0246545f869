using System.Text.Json.Nodes;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;

namespace Governance.Host.Designer;

/// <summary>
/// A version as Elsa's designer reads it: the text as it was saved, with what the server knows better written over it (ids,
/// version, flags, node ids) and the lists that the designer cannot do without.
/// </summary>
internal static class ElsaDefinition
{
    private static readonly string[] Lists = ["variables", "inputs", "outputs", "outcomes"];

    /// <param name="mayEdit">Whether the links say that it can be changed.</param>
    public static JsonObject Of(
        WorkflowDefinitionVersion version,
        bool mayEdit,
        ActivityRegistry registry
    )
    {
        JsonObject definition = Exported(version);
        ElsaCanvas.Fit(definition["root"], registry);
        definition["links"] = new JsonArray([
            .. LinksOf(version, mayEdit)
                .Select(link =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["href"] = link.Href,
                            ["rel"] = link.Rel,
                            ["method"] = link.Method,
                        }
                ),
        ]);
        return definition;
    }

    /// <summary>The same as a file: without what only the answer to one caller holds.</summary>
    public static JsonObject Exported(WorkflowDefinitionVersion version)
    {
        JsonObject definition = JsonNode.Parse(version.Json)!.AsObject();
        definition["id"] = version.Id;
        definition["definitionId"] = version.DefinitionId;
        definition["name"] = version.Name;
        definition["version"] = version.Version;
        definition["isLatest"] = version.IsLatest;
        definition["isPublished"] = version.IsPublished;
        definition["createdAt"] = DateTime.SpecifyKind(version.CreatedAt, DateTimeKind.Utc);
        definition["materializerName"] = "Json";
        foreach (string list in Lists)
        {
            definition[list] ??= new JsonArray();
        }

        definition["customProperties"] ??= new JsonObject();
        definition["options"] ??= new JsonObject();
        definition["isReadonly"] ??= false;
        if (definition["root"] is JsonObject root)
        {
            NameNodes(root, null);
        }

        return definition;
    }

    public static DefinitionSummary Summary(WorkflowDefinitionVersion version, bool mayEdit)
    {
        JsonNode? definition = JsonNode.Parse(version.Json);
        return new DefinitionSummary(
            version.Id,
            version.DefinitionId,
            version.Name,
            DesignerBody.TextOf(definition?["description"]),
            version.Version,
            DesignerBody.TextOf(definition?["toolVersion"]),
            version.IsLatest,
            version.IsPublished,
            false,
            "Json",
            true,
            version.CreatedAt,
            [.. LinksOf(version, mayEdit)]
        );
    }

    private static IEnumerable<ElsaLink> LinksOf(WorkflowDefinitionVersion version, bool mayEdit)
    {
        string at = $"/workflow-definitions/{Uri.EscapeDataString(version.DefinitionId)}";
        yield return new ElsaLink(
            $"/workflow-definitions/by-id/{Uri.EscapeDataString(version.Id)}",
            "self",
            "GET"
        );
        yield return new ElsaLink(at + "/versions", "versions", "GET");
        yield return new ElsaLink(at + "/export", "export", "GET");
        if (mayEdit)
        {
            yield return new ElsaLink(at + "/publish", "publish", "POST");
            yield return new ElsaLink(at + "/retract", "retract", "POST");
            yield return new ElsaLink(at, "delete", "DELETE");
            yield return new ElsaLink("/workflow-definitions/import", "import", "POST");
        }
    }

    /// <summary>The path of ids from the root down, joined by colons, on every activity: in lists and embedded.</summary>
    private static void NameNodes(JsonObject activity, string? parent)
    {
        if (DesignerBody.TextOf(activity["id"]) is not { } id)
        {
            return;
        }

        string node = parent is null ? id : $"{parent}:{id}";
        activity["nodeId"] = node;
        foreach (JsonObject inner in ElsaSteps.InnerOf(activity))
        {
            NameNodes(inner, node);
        }
    }
}
