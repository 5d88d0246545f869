using System.Text.Json.Nodes;
using Governance.Contracts.Instances;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Instances;

/// <summary>
/// Draws where an instance stands or stood, from its own definition version and its own history. Who may see it is the caller's
/// question.
/// </summary>
public static class InstanceMaps
{
    private const double UsualWidth = 220;
    private const double UsualHeight = 70;

    /// <summary>As it stands now. Null when there is no such instance.</summary>
    public static async Task<InstanceMap?> FindAsync(GovernanceDb db, string instanceId)
    {
        if (await InstanceBook.FindAsync(db, instanceId) is not { } instance)
        {
            return null;
        }

        var came = await db.Set<WorkflowStep>()
            .Where(step => step.InstanceId == instanceId && step.ActivityId != null)
            .Where(step =>
                step.Event == HistoryEvents.Started
                || step.Event == HistoryEvents.Completed
                || step.Event == HistoryEvents.Skipped
            )
            .GroupBy(step => new { step.ActivityId, step.Event })
            .Select(each => new
            {
                each.Key.ActivityId,
                each.Key.Event,
                Last = each.Max(step => step.At),
            })
            .ToListAsync();
        Dictionary<string, DateTime> started = came.Where(each =>
                each.Event == HistoryEvents.Started
            )
            .ToDictionary(each => each.ActivityId!, each => each.Last);
        string[] failed =
        [
            .. instance.Incidents.Where(one => one.Resolved is null).Select(one => one.Activity),
        ];
        return Draw(
            instance,
            await DocumentAsync(db, instance.Definition.VersionId),
            new InstanceStand(
                instance
                    .Bookmarks.Select(bookmark => bookmark.Activity)
                    .Concat(instance.Timers.Select(timer => timer.Activity))
                    .Concat(failed)
                    .Distinct()
                    .ToDictionary(id => id, id => started.GetValueOrDefault(id, instance.Started)),
                failed.ToHashSet(StringComparer.Ordinal),
                came.Where(each => each.Event != HistoryEvents.Started)
                    .Select(each => each.ActivityId!)
                    .ToHashSet(StringComparer.Ordinal)
            ),
            at: null
        );
    }

    /// <summary>
    /// As it stood at a moment, that moment included, by the version that it ran then. Null when there is no such instance; before
    /// it began nothing is done yet.
    /// </summary>
    public static async Task<InstanceMap?> FindAsync(
        GovernanceDb db,
        string instanceId,
        DateTime at
    )
    {
        if (await InstanceBook.FindAsync(db, instanceId) is not { } instance)
        {
            return null;
        }

        IReadOnlyList<InstanceStep> history = await InstanceBook.HistoryAsync(
            db,
            instanceId,
            take: int.MaxValue
        );
        string? ranThen = history
            .FirstOrDefault(entry => entry.Event == HistoryEvents.Migrated && entry.At > at)
            ?.Data?["from"]?.GetValue<string>();
        if (ranThen is not null && await DefinitionBook.FindAsync(db, ranThen) is { } version)
        {
            instance = instance with
            {
                Definition = new InstanceDefinition(
                    version.DefinitionId,
                    version.Id,
                    version.Version,
                    version.Name
                ),
            };
        }

        return Draw(
            instance,
            await DocumentAsync(db, instance.Definition.VersionId),
            InstanceStand.Of(history.Where(entry => entry.At <= at)),
            at
        );
    }

    /// <summary>Pure: the document and where the instance stands in it. A step stands for what is open inside it.</summary>
    internal static InstanceMap Draw(
        InstanceAnswer instance,
        JsonObject document,
        InstanceStand stand,
        DateTime? at
    )
    {
        JsonObject? root = document["root"] as JsonObject;
        List<MapStep> steps = [];
        foreach (JsonObject activity in Objects(root?["activities"]))
        {
            string id = Text(activity["id"]);
            string[] inside = [.. IdsIn(activity)];
            DateTime[] since =
            [
                .. inside.Where(stand.Here.ContainsKey).Select(one => stand.Here[one]),
            ];
            DateTime[] until =
            [
                .. instance
                    .Timers.Where(timer => at is null && inside.Contains(timer.Activity))
                    .Select(timer => timer.Due),
            ];
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
                    inside.Any(stand.Failed.Contains) ? MapStepStates.Failed
                        : since.Length > 0 ? MapStepStates.Here
                        : stand.Done.Contains(id) ? MapStepStates.Done
                        : MapStepStates.Ahead,
                    since.Length > 0 ? since.Min() : null,
                    until.Length > 0 ? until.Min() : null
                )
            );
        }

        return new InstanceMap(
            instance.Id,
            instance.Definition.Name,
            instance.Definition.Version,
            at,
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

    private static async Task<JsonObject> DocumentAsync(GovernanceDb db, string versionId) =>
        JsonNode
            .Parse(
                await db.Set<WorkflowDefinitionVersion>()
                    .Where(version => version.Id == versionId)
                    .Select(version => version.Json)
                    .SingleAsync()
            )!
            .AsObject();

    /// <summary>The activity's own id and those of all activities inside it, in lists or embedded.</summary>
    private static IEnumerable<string> IdsIn(JsonObject activity)
    {
        yield return Text(activity["id"]);
        foreach ((_, JsonNode? value) in activity)
        {
            IEnumerable<JsonObject> inner = value is JsonObject embedded
                ? [embedded]
                : Objects(value);
            foreach (JsonObject one in inner.Where(one => one["type"] is not null))
            {
                foreach (string id in IdsIn(one))
                {
                    yield return id;
                }
            }
        }
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
