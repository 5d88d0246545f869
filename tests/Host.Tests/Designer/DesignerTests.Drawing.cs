using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Engine.Definitions;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Host.Designer;

/// <content>What happens while somebody draws: the checks, two people at once, steps that this build does not know.</content>
public sealed partial class DesignerTests
{
    [Fact]
    public async Task Findings_OfAnUnsafeDraft_NameTheStep_AndOfASafeOneNothing()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        JsonObject draft = await SaveAsync(officer, Drawn("Checked while drawn"));
        string id = (string)draft["definitionId"]!;

        JsonObject unsafeOne = await FindingsAsync(officer, id);
        JsonNode ending = Assert.Single(unsafeOne["items"]!.AsArray())!;
        Assert.Equal(
            ("End", "The end", "lint.ending-unreachable", true),
            (
                (string)ending["activity"]!,
                (string)ending["step"]!,
                (string)ending["code"]!,
                (bool)ending["refuses"]!
            )
        );
        await officer
            .PostAsJsonAsync(Definitions, new { model = draft.DeepClone(), publish = true })
            .ProblemAsync(HttpStatusCode.BadRequest, "workflow.definition-breaks-rules");

        draft["root"]!["connections"] = new JsonArray(
            new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = "Start", ["port"] = "Done" },
                ["target"] = new JsonObject { ["activity"] = "End", ["port"] = "In" },
            }
        );
        JsonObject mended = await SaveAsync(officer, draft);
        Assert.Empty((await FindingsAsync(officer, id))["items"]!.AsArray());
        Assert.Null((await FindingsAsync(officer, id))["approval"]);
        await officer
            .PostAsJsonAsync(Definitions, new { model = mended, publish = true })
            .ProblemAsync(HttpStatusCode.BadRequest, "definition.waits-for-second-person");
        Assert.NotNull((await FindingsAsync(officer, id))["approval"]);
    }

    [Fact]
    public async Task Save_OverWhatSomebodyElseWroteMeanwhile_IsRefusedInWords()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        using HttpClient manager = await host.AsAsync("business-unit-manager");
        JsonObject draft = await SaveAsync(officer, Drawn("Drawn by two"));
        using HttpResponseMessage opened = await manager.GetAsync(
            $"{Definitions}/by-definition-id/{draft["definitionId"]}"
        );
        string seen = opened.Headers.ETag!.Tag;

        using HttpResponseMessage first = await SaveSeenAsync(officer, draft, "First", seen);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.NotEqual(seen, first.Headers.ETag!.Tag);
        JsonObject late = await SaveSeenAsync(manager, draft, "Late", seen)
            .ProblemAsync(HttpStatusCode.BadRequest, "workflow.definition-overtaken");
        Assert.Contains("Somebody else", (string)late["detail"]!, StringComparison.Ordinal);
        using HttpResponseMessage again = await SaveSeenAsync(
            manager,
            draft,
            "After loading",
            first.Headers.ETag!.Tag
        );
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Step_ThatThisBuildDoesNotKnow_IsDrawnAsUnknown_AndNeverSavedAway()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        JsonObject draft = await SaveAsync(officer, Drawn("From a later release"));
        string id = (string)draft["definitionId"]!;
        // As an earlier or a later release may have left it: no save of this one lets it in.
        await host
            .Services.GetRequiredService<Upkeep>()
            .RunAsync(async db =>
            {
                WorkflowDefinitionVersion version = await db.Set<WorkflowDefinitionVersion>()
                    .SingleAsync(one => one.DefinitionId == id);
                version.Json = version.Json.Replace(
                    "Elsa.Start",
                    "Later.Step",
                    StringComparison.Ordinal
                );
                return version.Id;
            });

        JsonObject shown = await GetAsync(officer, id);
        JsonNode step = shown["root"]!["activities"]![0]!;
        JsonObject descriptors = await officer
            .GetAsync("/elsa/api/descriptors/activities")
            .JsonAsync();
        Assert.Contains(
            descriptors["items"]!.AsArray(),
            one =>
                (string)one!["typeName"]! == (string)step["type"]!
                && (int)one["version"]! == (int)step["version"]!
        );
        Assert.Contains(
            "Later.Step",
            (string)step["metadata"]!["displayText"]!,
            StringComparison.Ordinal
        );
        JsonObject refused = await officer
            .PostAsJsonAsync(Definitions, new { model = shown.DeepClone(), publish = false })
            .ProblemAsync(HttpStatusCode.BadRequest, "workflow.definition-cannot-be-saved");
        Assert.Contains("Later.Step", refused["errors"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_OnTheCanvas_ArePlain_AndMeanTheSameOnceSaved()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        JsonObject shown = await GetAsync(officer, "policy", "Published");
        JsonNode signatures = shown["root"]!["activities"]!
            .AsArray()
            .First(step => (string)step!["type"]! == "Governance.CollectSignatures")!;
        JsonNode told = shown["root"]!["activities"]!
            .AsArray()
            .First(step => (string)step!["type"]! == "Governance.Notify")!;
        Assert.Equal(10, (int)signatures["workingDays"]!);
        Assert.Equal(["partnershipChair"], told["to"]!.AsArray().Select(name => (string)name!));

        shown["definitionId"] = "life-as-drawn";
        shown["name"] = "A life, drawn";
        await SaveAsync(officer, shown);
        Assert.Empty((await FindingsAsync(officer, "life-as-drawn"))["items"]!.AsArray());
    }

    private static Task<JsonObject> FindingsAsync(HttpClient client, string id) =>
        client.GetAsync($"{Definitions}/{id}/findings").JsonAsync();

    private static async Task<HttpResponseMessage> SaveSeenAsync(
        HttpClient client,
        JsonObject draft,
        string description,
        string seen
    )
    {
        JsonObject model = draft.DeepClone().AsObject();
        model["description"] = description;
        HttpRequestMessage request = new(HttpMethod.Post, Definitions)
        {
            Content = JsonContent.Create(new { model, publish = false }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", seen);
        return await client.SendAsync(request);
    }

    /// <summary>A start and an end, and no arrow between them.</summary>
    private static JsonObject Drawn(string name) =>
        new()
        {
            ["name"] = name,
            ["root"] = new JsonObject
            {
                ["id"] = "Flow",
                ["type"] = "Elsa.Flowchart",
                ["version"] = 1,
                ["activities"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = "Start",
                        ["type"] = "Elsa.Start",
                        ["version"] = 1,
                    },
                    new JsonObject
                    {
                        ["id"] = "End",
                        ["type"] = "Elsa.End",
                        ["version"] = 1,
                        ["metadata"] = new JsonObject { ["displayText"] = "The end" },
                    }
                ),
                ["connections"] = new JsonArray(),
            },
        };
}
