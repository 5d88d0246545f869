using System.Text.Json.Nodes;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;

namespace Governance.Tests.Workflows.Engine;

/// <summary>One recorded run: the definition with its JavaScript put into Rules, and what Elsa did.</summary>
internal sealed class GoldenRun
{
    private readonly JsonObject _json;

    private GoldenRun(JsonObject json) => _json = json;

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Engine", "Golden");

    public JsonArray Stimuli => (JsonArray)_json["stimuli"]!;

    public JsonArray After => (JsonArray)_json["after"]!;

    public JsonArray Definitions => (JsonArray)_json["definitions"]!;

    public JsonObject? Inputs => (JsonObject?)_json["start"]!["input"]?.DeepClone();

    public bool StartsByEvent => _json["start"]!["none"] is not null;

    public static GoldenRun Read(string name) =>
        new((JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")))!);

    public string Definition(int which = 0)
    {
        JsonObject definition = (JsonObject)Definitions[which]!.DeepClone();
        foreach ((string place, JsonNode? rule) in (JsonObject?)_json["rule"] ?? [])
        {
            string[] parts = place.Split('.');
            if (Find(definition["root"]!, parts[0]) is not { } activity)
            {
                continue;
            }

            Assert.Equal("JavaScript", (string?)activity[parts[1]]!["expression"]!["type"]);
            activity[parts[1]]!["expression"] = (string)rule! switch
            {
                // A Rule makes no lists; the one recorded list holds what the run was started with.
                "[who]" => new JsonObject { ["type"] = "Object", ["value"] = "[\"anna\"]" },
                string text => new JsonObject { ["type"] = "Rule", ["value"] = text },
            };
        }

        return definition.ToJsonString();
    }

    /// <summary>What Elsa showed after a step, in the words of <see cref="Seen"/>.</summary>
    public string Expected(int at) => Expected(After[at]!);

    /// <summary>The same of one instance among several.</summary>
    public static string Expected(JsonNode after) =>
        string.Join(
            '\n',
            $"status {after["status"]}/{after["subStatus"]}",
            "executed "
                + string.Join(
                    ' ',
                    Items(after, "executed").Select(item => (string)item["id"]! + Outcomes(item))
                ),
            "waits "
                + string.Join(
                    ' ',
                    Items(after, "bookmarks")
                        .Select(item => $"{item["activityId"]}:{item["stimulus"]}")
                        .Order()
                ),
            "variables " + (after["variables"]?.ToJsonString() ?? "{}"),
            "incidents "
                + string.Join(
                    '|',
                    Items(after, "incidents")
                        .Select(item => $"{item["activityId"]}:{item["message"]}")
                ),
            "written " + string.Join('|', Items(after, "written"))
        );

    /// <summary>What our engine shows, of one step: <paramref name="from"/> is where its history begins.</summary>
    public static string Seen(EngineRig rig, int from) =>
        Shown(rig.Plan, rig.State, [.. rig.History.Skip(from)]);

    public static string Shown(
        WorkflowPlan plan,
        WorkflowState state,
        IReadOnlyList<HistoryEntry> history
    )
    {
        bool isOpen = state.SubStatus == WorkflowSubStatus.Suspended;
        JsonObject variables = [];
        foreach (var variable in plan.Variables)
        {
            variables[variable.Name] = state.Variables[variable.Id]?.DeepClone();
        }

        return string.Join(
            '\n',
            $"status {state.Status}/{state.SubStatus}",
            "executed "
                + string.Join(
                    ' ',
                    history
                        .Where(entry => entry.Event == HistoryEvents.Completed)
                        .Select(entry =>
                            entry.ActivityId
                            + (
                                entry.Outcomes is ["Done"]
                                    ? ""
                                    : $"({string.Join(',', entry.Outcomes!)})"
                            )
                        )
                ),
            "waits " + string.Join(' ', isOpen ? Waits(state) : []),
            "variables " + variables.ToJsonString(),
            "incidents "
                + string.Join(
                    '|',
                    state.Incidents.Select(one => $"{one.ActivityId}:{one.Message}")
                ),
            "written "
                + string.Join(
                    '|',
                    history
                        .Where(entry => entry.Event == HistoryEvents.Line)
                        .Select(entry => (string?)entry.Data!["text"])
                )
        );
    }

    private static IEnumerable<string> Waits(WorkflowState state) =>
        state
            .Waits.Select(wait =>
                $"{wait.ActivityId}:{(ChildEffects.IsWaitForChild(wait.Stimulus) ? "(child instance)" : wait.Key)}"
            )
            .Concat(state.Timers.Select(timer => $"{timer.ActivityId}:(time)"))
            .Order();

    private static IEnumerable<JsonNode> Items(JsonNode after, string property) =>
        (after[property] as JsonArray ?? []).Select(item => item!);

    private static string Outcomes(JsonNode executed) =>
        executed["outcomes"] is JsonArray outcomes
            ? $"({string.Join(',', outcomes.Select(one => (string?)one))})"
            : "";

    private static JsonObject? Find(JsonNode? node, string id) =>
        node switch
        {
            JsonObject fields
                when (fields["id"] as JsonValue)?.ToString() == id && fields.ContainsKey("type") =>
                fields,
            JsonObject fields => fields
                .Select(field => Find(field.Value, id))
                .FirstOrDefault(found => found is not null),
            JsonArray items => items
                .Select(item => Find(item, id))
                .FirstOrDefault(found => found is not null),
            _ => null,
        };
}
