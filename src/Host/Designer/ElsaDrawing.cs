using System.Text.Json.Nodes;
using Governance.Engine.Definitions;

namespace Governance.Host.Designer;

/// <summary>Where the steps of one version stand on its drawing: by step, the path of ids that Elsa calls a node.</summary>
internal sealed class ElsaDrawing
{
    private readonly Dictionary<string, (string Node, string Type, string Name)> _steps = new(
        StringComparer.Ordinal
    );

    private ElsaDrawing(JsonNode? root)
    {
        foreach (JsonObject step in ElsaSteps.In(root))
        {
            string id = DesignerBody.TextOf(step["id"])!;
            _steps.TryAdd(
                id,
                (
                    DesignerBody.TextOf(step["nodeId"]) ?? id,
                    DesignerBody.TextOf(step["type"])!,
                    DesignerBody.TextOf(step["name"]) ?? id
                )
            );
        }
    }

    public static ElsaDrawing Of(WorkflowDefinitionVersion version) =>
        new(ElsaDefinition.Exported(version)["root"]);

    /// <summary>A step that is on this version's drawing no more keeps its own id.</summary>
    public string NodeOf(string activity) =>
        _steps.TryGetValue(activity, out var step) ? step.Node : activity;

    public string TypeOf(string activity) =>
        _steps.TryGetValue(activity, out var step) ? step.Type : string.Empty;

    public string NameOf(string activity) =>
        _steps.TryGetValue(activity, out var step) ? step.Name : activity;
}
