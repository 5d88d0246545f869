using System.Text.Json.Nodes;
using Governance.Contracts.Instances;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Instances;

/// <summary>Draws where an instance stands, from its own definition version and its own history. Who may see it is the caller's question.</summary>
public static class InstanceMaps
{
    private const double UsualWidth = 220;
    private const double UsualHeight = 70;

    /// <summary>Null when there is no such instance.</summary>
    public static async Task<InstanceMap?> FindAsync(GovernanceDb db, string instanceId)
    {
        if (await InstanceBook.FindAsync(db, instanceId) is not { } instance)
        {
            return null;
        }

        string json = await db.Set<WorkflowDefinitionVersion>()
            .Where(version => version.Id == instance.Definition.VersionId)
            .Select(version => version.Json)
            .SingleAsync();
        var came = await db.Set<WorkflowStep>()
            .Where(step => step.InstanceId == instanceId && step.ActivityId != null)
            .Where(step =>
                step.Event == HistoryEvents.Started || step.Event == HistoryEvents.Completed
            )
            .GroupBy(step => new { step.ActivityId, step.Event })
            .Select(each => new
            {
                each.Key.ActivityId,
                each.Key.Event,
                Last = each.Max(step => step.At),
            })
            .ToListAsync();
        return Draw(
            instance,
            JsonNode.Parse(json)!.AsObject(),
            came.Where(each => each.Event == HistoryEvents.Started)
                .ToDictionary(each => each.ActivityId!, each => each.Last),
            came.Where(each => each.Event == HistoryEvents.Completed)
                .Select(each => each.ActivityId!)
                .ToHashSet(StringComparer.Ordinal)
        );
    }

    /// <summary>Pure: the document, what waits, and what was come through.</summary>
    internal static InstanceMap Draw(
        InstanceAnswer instance,
        JsonObject document,
        IReadOnlyDictionary<string, DateTime> startedAt,
        IReadOnlySet<string> completed
    )
    {
        ILookup<string, DateTime> timers = instance.Timers.ToLookup(
            timer => timer.Activity,
            timer => timer.Due
        );
        HashSet<string> here =
        [
            .. instance.Bookmarks.Select(bookmark => bookmark.Activity),
            .. timers.Select(timer => timer.Key),
        ];
        JsonObject? root = document["root"] as JsonObject;
        List<MapStep> steps = [];
        foreach (JsonObject activity in Objects(root?["activities"]))
        {
            string id = Text(activity["id"]);
            bool isHere = here.Contains(id);
            JsonNode? designer = activity["metadata"]?["designer"];
            steps.Add(
                new MapStep(
                    id,
                    activity["metadata"]?["displayText"] is { } shown ? Text(shown) : id,
                    Text(activity["type"]),
                    Number(designer?["position"]?["x"], steps.Count * (UsualWidth + 60)),
                    Number(designer?["position"]?["y"], 0),
                    Number(designer?["size"]?["width"], UsualWidth),
                    Number(designer?["size"]?["height"], UsualHeight),
                    isHere ? MapStepStates.Here
                        : completed.Contains(id) ? MapStepStates.Done
                        : MapStepStates.Ahead,
                    isHere && startedAt.TryGetValue(id, out DateTime since) ? since : null,
                    isHere && timers[id].Any() ? timers[id].Min() : null
                )
            );
        }

        return new InstanceMap(
            instance.Id,
            instance.Definition.Name,
            instance.Definition.Version,
            steps,
            [
                .. Objects(root?["connections"])
                    .Select(link => new MapLink(
                        Text(link["source"]?["activity"]),
                        Text(link["source"]?["port"]),
                        Text(link["target"]?["activity"])
                    )),
            ]
        );
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) =>
        (list as JsonArray)?.OfType<JsonObject>() ?? [];

    private static string Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : string.Empty;

    private static double Number(JsonNode? node, double usual) =>
        node is JsonValue value && value.TryGetValue(out double number) && double.IsFinite(number)
            ? number
            : usual;
}
