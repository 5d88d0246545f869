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

    /// <summary>The police are asked for something within ten working days, and that is all.</summary>
    public static JsonObject Audit(string name)
    {
        JsonObject audit = Letter(name);
        audit["root"]!["activities"] = new JsonArray(
            Step("Begin", "Elsa.Start", 40),
            Step(
                "Read",
                "Governance.AskForWork",
                400,
                ("whom", "police"),
                ("what", "Read forty cases"),
                ("workingDays", "10")
            ),
            Step("Over", "Elsa.End", 800)
        );
        audit["root"]!["connections"] = new JsonArray(
            Arrow("Begin", "Read"),
            Arrow("Read", "Over"),
            Arrow("Read", "Over", "Declined"),
            Arrow("Read", "Over", "Late")
        );
        return audit;
    }

    /// <summary>Publishes an audit and starts it; its instance, and what it asks.</summary>
    public static async Task<(string Instance, string Request)> StartAuditAsync(
        HttpClient officer,
        HttpClient manager,
        string title
    )
    {
        string audit = await ImportAsync(officer, Audit("An audit"));
        await PublishAsync(officer, manager, audit);
        JsonObject started = await officer
            .PostAsJsonAsync(
                "/api/partnerships/example/undertakings",
                new { definition = audit, title }
            )
            .JsonAsync();
        JsonObject requests = await officer
            .GetAsync($"/api/instances/{started["instance"]}/requests")
            .JsonAsync();
        return ((string)started["instance"]!, (string)requests["items"]![0]!["id"]!);
    }

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

    private static JsonObject Arrow(string from, string to, string port = "Done") =>
        new()
        {
            ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        };
}
