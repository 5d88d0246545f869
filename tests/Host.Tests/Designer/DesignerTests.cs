using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FsCheck.Fluent;

namespace Governance.Tests.Host.Designer;

/// <summary>What a designer that speaks Elsa's API does to a partnership's definitions, over HTTP.</summary>
public sealed partial class DesignerTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Definitions = "/elsa/api/workflow-definitions";

    private static readonly string[] ServersOwn =
    [
        "id",
        "definitionId",
        "version",
        "isLatest",
        "isPublished",
        "createdAt",
        "links",
        "materializerName",
    ];

    [Fact]
    public async Task Descriptors_AreWhatADesignerReads()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        JsonObject activities = await officer
            .GetAsync("/elsa/api/descriptors/activities?Refresh=True")
            .JsonAsync();
        JsonObject one = await officer
            .GetAsync("/elsa/api/descriptors/activities/Elsa.FlowDecision")
            .JsonAsync();
        JsonObject expressions = await officer
            .GetAsync("/elsa/api/descriptors/expression-descriptors")
            .JsonAsync();

        Assert.Equal(activities["items"]!.AsArray().Count, (int)activities["count"]!);
        Assert.Contains(
            activities["items"]!.AsArray(),
            item => (string)item!["typeName"]! == "Governance.CollectSignatures"
        );
        Assert.Equal(
            ["True", "False"],
            one["ports"]!.AsArray().Select(port => (string)port!["name"]!)
        );
        Assert.Equal("Action", (string?)one["kind"]);
        Assert.Contains(expressions["items"]!.AsArray(), item => (string)item!["type"]! == "Rule");
        await officer
            .GetAsync("/elsa/api/descriptors/activities/Elsa.SendEmail")
            .ProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Life_OfADefinition_DraftedProposedAgreedRolledBackAndDeleted()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        using HttpClient manager = await host.AsAsync("business-unit-manager");
        JsonObject saved = await SaveAsync(officer, Studio());
        string id = (string)saved["definitionId"]!;
        Assert.Equal(
            (1, true, false),
            ((int)saved["version"]!, (bool)saved["isLatest"]!, (bool)saved["isPublished"]!)
        );
        Assert.Contains(saved["links"]!.AsArray(), link => (string)link!["rel"]! == "publish");
        Assert.Equal(
            "Flowchart1:If1:WriteLine1",
            (string?)saved["root"]!["activities"]![1]!["then"]!["nodeId"]
        );

        JsonObject waits = await officer
            .PostAsJsonAsync(Definitions, new { model = saved.DeepClone(), publish = true })
            .ProblemAsync(HttpStatusCode.BadRequest, "definition.waits-for-second-person");
        Assert.Contains("second person", (string)waits["detail"]!, StringComparison.Ordinal);
        JsonObject still = await GetAsync(officer, id);
        Assert.False((bool)still["isPublished"]!);

        // From the list the same is 202: there a designer shows no refusal in words.
        using HttpResponseMessage again = await officer.PostAsJsonAsync(
            $"{Definitions}/{id}/publish",
            new { }
        );
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        await AgreeAsync(manager, id);
        Assert.True((bool)(await GetAsync(officer, id))["isPublished"]!);
        JsonObject already = await officer
            .PostAsJsonAsync($"{Definitions}/{id}/publish", new { })
            .JsonAsync();
        Assert.True((bool)already["alreadyPublished"]!);

        JsonObject second = await SaveAsync(
            officer,
            Changed(await GetAsync(officer, id), "Visit a nursery")
        );
        Assert.Equal(2, (int)second["version"]!);
        Assert.Equal(1, (int)(await GetAsync(officer, id, "Published"))["version"]!);
        Assert.Equal("Visit a school", (string?)(await GetAsync(officer, id, "1"))["name"]);
        JsonObject reverted = await officer
            .PostAsJsonAsync($"{Definitions}/{id}/revert/1", new { })
            .JsonAsync();
        Assert.Equal((3, "Visit a school"), ((int)reverted["version"]!, (string)reverted["name"]!));
        JsonObject versions = await officer.GetAsync($"{Definitions}/{id}/versions").JsonAsync();
        Assert.Equal(
            [3, 2, 1],
            versions["items"]!.AsArray().Select(item => (int)item!["version"]!)
        );
        JsonObject byId = await officer.GetAsync($"{Definitions}/by-id/{second["id"]}").JsonAsync();
        Assert.False((bool)byId["isLatest"]!);

        using HttpResponseMessage deleted = await officer.DeleteAsync(
            $"/elsa/api/workflow-definition-versions/{second["id"]}"
        );
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await officer
            .DeleteAsync($"{Definitions}/{id}")
            .ProblemAsync(HttpStatusCode.BadRequest, "workflow.definition-is-published");
        await officer
            .PostAsJsonAsync($"{Definitions}/{id}/retract", new { })
            .ProblemAsync(HttpStatusCode.BadRequest, "definition.waits-for-second-person");
        await AgreeAsync(manager, id);
        await officer
            .GetAsync($"{Definitions}/by-definition-id/{id}?versionOptions=Published")
            .ProblemAsync(HttpStatusCode.NotFound, "not-found");
        using HttpResponseMessage gone = await officer.DeleteAsync($"{Definitions}/{id}");
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        await officer
            .GetAsync($"{Definitions}/by-definition-id/{id}")
            .ProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Partnership_WhenThereAreSeveral_HasToBeNamed()
    {
        using HttpClient lead = await host.AsAsync("police-lead");

        JsonObject which = await lead.GetAsync(Definitions)
            .ProblemAsync(HttpStatusCode.BadRequest, "request.malformed");
        JsonObject named = await lead.GetAsync(
                $"{Definitions}?partnership=example&versionOptions=Latest&SearchTerm=POLICY"
            )
            .JsonAsync();
        lead.DefaultRequestHeaders.Add("X-Partnership", "example");
        JsonObject byHeader = await lead.GetAsync($"{Definitions}/by-definition-id/policy")
            .JsonAsync();

        Assert.Contains(
            "example",
            (string)which["errors"]!["partnership"]![0]!,
            StringComparison.Ordinal
        );
        Assert.Equal(1, (int)named["totalCount"]!);
        Assert.DoesNotContain(
            named["links"]!.AsArray(),
            link => (string)link!["rel"]! == "bulk-publish"
        );
        Assert.DoesNotContain(
            byHeader["links"]!.AsArray(),
            link => (string)link!["rel"]! == "publish"
        );
    }

    [Fact]
    public async Task List_ByPageSortAndOptions_AndNamesThatAreTaken()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        foreach (string name in (string[])["Zebra", "Aardvark", "Mouse"])
        {
            await SaveAsync(officer, Changed(Studio(), name + " list"));
        }

        JsonObject first = await officer
            .GetAsync(
                $"{Definitions}?versionOptions=Latest&Page=0&PageSize=2&SearchTerm=list&OrderBy=Name&OrderDirection=Descending"
            )
            .JsonAsync();
        JsonObject second = await officer
            .GetAsync(
                $"{Definitions}?versionOptions=Latest&Page=1&PageSize=2&SearchTerm=list&OrderBy=Name&OrderDirection=Descending"
            )
            .JsonAsync();
        JsonObject taken = await officer
            .GetAsync($"{Definitions}/validation/is-name-unique?name=Zebra%20list")
            .JsonAsync();
        JsonObject free = await officer
            .GetAsync($"{Definitions}/validation/is-name-unique?name=Yak")
            .JsonAsync();

        Assert.Equal(
            ["Zebra list", "Mouse list"],
            first["items"]!.AsArray().Select(item => (string)item!["name"]!)
        );
        Assert.Equal(
            ["Aardvark list"],
            second["items"]!.AsArray().Select(item => (string)item!["name"]!)
        );
        Assert.Equal(3, (int)second["totalCount"]!);
        Assert.False((bool)taken["isUnique"]!);
        Assert.True((bool)free["isUnique"]!);
        await officer
            .GetAsync($"{Definitions}?versionOptions=Best")
            .ProblemAsync(HttpStatusCode.BadRequest, "request.malformed");
    }

    private static JsonObject Studio() =>
        JsonNode
            .Parse(
                File.ReadAllText(
                    Path.Combine(AppContext.BaseDirectory, "Designer", "studio-written.json")
                )
            )!
            .AsObject();

    private static JsonObject Changed(JsonObject definition, string name)
    {
        definition["name"] = name;
        return definition;
    }

    private static async Task<JsonObject> SaveAsync(HttpClient client, JsonObject model)
    {
        JsonObject answer = await client
            .PostAsJsonAsync(Definitions, new { model = model.DeepClone(), publish = false })
            .JsonAsync();
        Assert.False((bool)answer["alreadyPublished"]!);
        return answer["workflowDefinition"]!.DeepClone().AsObject();
    }

    private static Task<JsonObject> GetAsync(
        HttpClient client,
        string id,
        string version = "Latest"
    ) =>
        client
            .GetAsync($"{Definitions}/by-definition-id/{id}?versionOptions={version}")
            .JsonAsync();

    private static async Task AgreeAsync(HttpClient manager, string definition)
    {
        JsonObject waiting = await manager.GetAsync("/api/approvals?take=200").JsonAsync();
        JsonNode approval = waiting["items"]!
            .AsArray()
            .Single(item => (string)item!["subject"]!["id"]! == definition)!;
        await manager
            .PostAsJsonAsync(
                $"/api/approvals/{approval["id"]}/decision",
                new { approve = true, reason = "Read it" }
            )
            .JsonAsync();
    }

    /// <summary>Without what is the server's to say: ids, version, flags, and where a step stands in the tree.</summary>
    private static JsonObject Meaning(JsonObject definition)
    {
        JsonObject meaning = definition.DeepClone().AsObject();
        foreach (string own in ServersOwn)
        {
            meaning.Remove(own);
        }

        WithoutNodeIds(meaning);
        return meaning;
    }

    /// <summary>What is written out, as the canvas gets it: without its wrapper, and a list as a list.</summary>
    private static JsonNode? Plain(JsonNode? node, string? member = null)
    {
        switch (node)
        {
            case JsonObject wrapper
                when wrapper["expression"] is JsonObject expression
                    && (string?)expression["type"] is "Literal" or "Object":
                JsonNode? value = ((JsonObject)wrapper["expression"]!)["value"];
                return
                    (string?)wrapper["expression"]!["type"] == "Object" && value is JsonValue text
                    ? Plain(JsonNode.Parse((string)text!), member)
                    : Plain(value, member);
            case JsonObject members:
                return new JsonObject(
                    members.Select(each =>
                        KeyValuePair.Create(each.Key, Plain(each.Value, each.Key))
                    )
                );
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Plain(item))]);
            case JsonValue one when member == "to":
                return new JsonArray((string)one!);
            default:
                return node?.DeepClone();
        }
    }

    private static void WithoutNodeIds(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            members.Remove("nodeId");
            foreach ((_, JsonNode? value) in members)
            {
                WithoutNodeIds(value);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
            {
                WithoutNodeIds(item);
            }
        }
    }
}
