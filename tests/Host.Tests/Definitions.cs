using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>Workflow definitions for tests of the API and of pages.</summary>
internal static class Definitions
{
    private const string Workflows = "/elsa/api/workflow-definitions";

    /// <summary>Waits a day for the post, tells the chair, and ends; drawn as a designer would.</summary>
    public static JsonObject Letter(string name) =>
        new()
        {
            ["name"] = name,
            ["description"] = "What happens when a letter comes.",
            ["variables"] = new JsonArray(),
            ["inputs"] = new JsonArray(),
            ["outputs"] = new JsonArray(),
            ["outcomes"] = new JsonArray(),
            ["customProperties"] = new JsonObject { ["colour"] = "blue" },
            ["root"] = new JsonObject
            {
                ["id"] = "Flow",
                ["nodeId"] = "Flow",
                ["type"] = "Elsa.Flowchart",
                ["version"] = 1,
                ["activities"] = new JsonArray(
                    Step("Begin", "Elsa.Start", 40),
                    Step("Post", "Elsa.Delay", 300, ("timeSpan", "1.00:00:00")),
                    Step(
                        "Tell",
                        "Governance.Notify",
                        560,
                        ("to", "partnershipChair"),
                        ("title", "A letter"),
                        ("text", "A letter has come.")
                    ),
                    Step("Over", "Elsa.End", 820)
                ),
                ["connections"] = new JsonArray(
                    Arrow("Begin", "Post"),
                    Arrow("Post", "Tell"),
                    Arrow("Tell", "Over")
                ),
            },
        };

    /// <summary>Saves it as a draft of the example partnership; its id.</summary>
    public static async Task<string> ImportAsync(HttpClient officer, JsonObject definition)
    {
        JsonObject saved = await officer
            .PostAsJsonAsync($"{Workflows}/import?partnership=example", definition)
            .JsonAsync();
        return (string)saved["definitionId"]!;
    }

    /// <summary>One proposes, the other agrees.</summary>
    public static async Task PublishAsync(HttpClient officer, HttpClient manager, string id)
    {
        (
            await officer.PostAsJsonAsync(
                $"{Workflows}/{id}/publish?partnership=example",
                new JsonObject()
            )
        ).EnsureSuccessStatusCode();
        JsonObject waiting = await manager.GetAsync("/api/approvals").JsonAsync();
        string approval = (string)
            waiting["items"]!.AsArray().Single(one => (string)one!["subject"]!["id"]! == id)![
                "id"
            ]!;
        (
            await manager.PostAsJsonAsync(
                $"/api/approvals/{approval}/decision",
                new { approve = true, reason = "Read." }
            )
        ).EnsureSuccessStatusCode();
    }

    private static JsonObject Step(
        string id,
        string type,
        int x,
        params (string Name, string Value)[] inputs
    )
    {
        JsonObject step = new()
        {
            ["id"] = id,
            ["nodeId"] = "Flow:" + id,
            ["name"] = id,
            ["type"] = type,
            ["version"] = 1,
            ["customProperties"] = new JsonObject(),
            ["metadata"] = new JsonObject
            {
                ["designer"] = new JsonObject
                {
                    ["position"] = new JsonObject { ["x"] = x, ["y"] = 40 },
                },
            },
        };
        foreach ((string name, string value) in inputs)
        {
            step[name] = new JsonObject
            {
                ["typeName"] = "String",
                ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
            };
        }

        return step;
    }

    private static JsonObject Arrow(string from, string to) =>
        new()
        {
            ["source"] = new JsonObject { ["activity"] = from, ["port"] = "Done" },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        };
}
