using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Governance.Tests.Host.Pages.DefinitionPages;

/// <summary>Workflows are read and changed by pages: one form, one save, and nobody writes over another.</summary>
public sealed class DefinitionPagesTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Workflows = "/partnerships/example/definitions";

    [Fact]
    public async Task Settings_ThatAreChanged_AreSaved_AndTheRestOfTheTextStays()
    {
        string at = await BeginAsync();
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");

        IDocument form = await officer.OpenAsync($"{at}/step?step=Post");
        IDocument page = await officer.SendAndFollowAsync(
            form,
            "Save",
            ("title", "The post"),
            ("settings[0].value", "2.00:00:00")
        );

        Assert.Contains("2 days", page.QuerySelector("main")!.TextContent);
        JsonObject text = await TextAsync(officer, at);
        Assert.Equal("blue", (string?)text["customProperties"]!["colour"]);
        JsonNode post = text["root"]!["activities"]![1]!;
        Assert.Equal("The post", (string?)post["metadata"]!["displayText"]);
        Assert.Equal("2.00:00:00", (string?)post["timeSpan"]!["expression"]!["value"]);
        Assert.Equal(300, (int)post["metadata"]!["designer"]!["position"]!["x"]!);
    }

    [Fact]
    public async Task Step_AddedBetweenTwo_TakesTheWayOver_AndTheObjectionsShow()
    {
        string at = await BeginAsync();
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");

        IDocument form = await officer.OpenAsync($"{at}/step/new?after=Post&kind=Elsa.Event");
        IDocument page = await officer.SendAndFollowAsync(
            form,
            null,
            ("title", "A reply"),
            ("settings[0].value", "Reply")
        );

        Assert.Contains("One thing stands against", page.QuerySelector("#findings")!.TextContent);
        JsonObject text = await TextAsync(officer, at);
        Assert.Equal(
            ["Begin>Post", "Tell>Over", "Post>Event1", "Event1>Tell"],
            text["root"]!["connections"]!
                .AsArray()
                .Select(arrow => $"{arrow!["source"]!["activity"]}>{arrow["target"]!["activity"]}")
        );

        IDocument mend = await officer.OpenAsync($"{at}/step?step=Event1");
        page = await officer.SendAndFollowAsync(
            mend,
            "Save",
            ("settings[1].value", "Letters are answered or not.")
        );
        Assert.Contains("Nothing stands against", page.QuerySelector("#findings")!.TextContent);
    }

    [Fact]
    public async Task Form_ThatAnotherHasOvertaken_ShowsWhatTheyChanged_KeepsTheEntry_AndSavesBoth()
    {
        string at = await BeginAsync();
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        using PageVisitor manager = await PageVisitor.AsAsync(host, "business-unit-manager");
        IDocument form = await officer.OpenAsync($"{at}/step?step=Tell");
        IDocument theirs = await manager.OpenAsync($"{at}/step?step=Tell");
        await manager.SendAndFollowAsync(theirs, "Save", ("settings[1].value", "Their title"));

        using HttpResponseMessage answer = await officer.SendAsync(
            form,
            "Save",
            ("settings[2].value", "My text")
        );
        IDocument again = await PageVisitor.ReadAsync(answer, HttpStatusCode.Conflict);

        Assert.Contains("is now Their title", again.QuerySelector("main")!.TextContent);
        Assert.Contains("My text", again.QuerySelector("[name='settings[2].value']")!.TextContent);
        await officer.SendAndFollowAsync(again, "Save");
        string text = (await TextAsync(officer, at)).ToJsonString();
        Assert.Contains("Their title", text, StringComparison.Ordinal);
        Assert.Contains("My text", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Designer_ThatHasAnEarlierTextOpen_IsRefused_AndSoIsTheFormAfterTheDesigner()
    {
        string at = await BeginAsync();
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        using HttpClient designer = await host.AsAsync("business-unit-manager");
        string id = at[(at.LastIndexOf('/') + 1)..];
        JsonObject open = await designer
            .GetAsync($"/elsa/api/workflow-definitions/by-definition-id/{id}?partnership=example")
            .JsonAsync();
        IDocument form = await officer.OpenAsync($"{at}/step?step=Post");
        await officer.SendAndFollowAsync(form, "Save", ("title", "The post"));

        await SaveAsync(designer, open)
            .ProblemAsync(HttpStatusCode.BadRequest, "workflow.definition-overtaken");

        IDocument late = await officer.OpenAsync($"{at}/step?step=Post");
        JsonObject now = await designer
            .GetAsync($"/elsa/api/workflow-definitions/by-definition-id/{id}?partnership=example")
            .JsonAsync();
        now["name"] = "Renamed in the designer";
        (await SaveAsync(designer, now)).EnsureSuccessStatusCode();
        using HttpResponseMessage answer = await officer.SendAsync(late, "Save", ("title", "Mine"));
        IDocument again = await PageVisitor.ReadAsync(answer, HttpStatusCode.Conflict);
        Assert.Contains("Renamed in the designer", again.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Values_ThatCannotBe_AreErrorsAtTheirFields_AndWhatWasTypedStays()
    {
        string at = await BeginAsync();
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument form = await officer.OpenAsync($"{at}/step?step=Post");

        using HttpResponseMessage answer = await officer.SendAsync(
            form,
            "Save",
            ("settings[0].syntax", "Rule"),
            ("settings[0].expression", "1 +")
        );
        IDocument again = await PageVisitor.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);

        IElement error = again.QuerySelector(".govuk-error-summary__list a")!;
        Assert.Equal("#settings[0]-expression", error.GetAttribute("href"));
        Assert.Equal(
            "1 +",
            again.QuerySelector("[name='settings[0].expression']")!.GetAttribute("value")
        );

        IDocument details = await officer.OpenAsync($"{at}/details");
        using HttpResponseMessage refused = await officer.SendAsync(
            details,
            null,
            ("variables[0].name", "count"),
            ("variables[0].type", "Int32"),
            ("variables[0].default", "many")
        );
        IDocument values = await PageVisitor.ReadAsync(refused, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(
            "#variables[0]-default",
            values.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")
        );
    }

    [Fact]
    public async Task Life_OfAWorkflow_ProposedRolledBackTakenBackAndDeleted_ByPages()
    {
        string at = await BeginAsync();
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        using PageVisitor lead = await PageVisitor.AsAsync(host, "board-lead");
        IDocument propose = await officer.OpenAsync($"{at}/propose");
        using (HttpResponseMessage unsaid = await officer.SendAsync(propose, null))
        {
            propose = await PageVisitor.ReadAsync(unsaid, HttpStatusCode.UnprocessableEntity);
            Assert.Equal(
                "#reason",
                propose.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")
            );
        }

        IDocument page = await officer.SendAndFollowAsync(
            propose,
            null,
            ("reason", "Letters are answered in writing now.")
        );
        IElement waits = page.QuerySelector("main a[href^='/approvals/']")!;
        Assert.Contains("waits for a second person", waits.TextContent);
        Assert.Empty(
            (await lead.OpenAsync(at)).QuerySelectorAll("main a[href*='/step'], main form")
        );
        await AgreeAsync(waits.GetAttribute("href")!);
        Assert.Contains(
            "Published",
            (await officer.OpenAsync(at)).QuerySelector("dl")!.TextContent
        );

        IDocument details = await officer.OpenAsync($"{at}/details");
        await officer.SendAndFollowAsync(details, null, ("name", "A second letter"));
        page = await officer.SendAndFollowAsync(
            await officer.OpenAsync($"{at}/versions/1/restore"),
            null
        );
        Assert.Equal("A letter", page.QuerySelector("h1")!.TextContent);
        page = await officer.SendAndFollowAsync(
            await officer.OpenAsync($"{at}/delete?version=3"),
            null
        );
        Assert.Equal("A second letter", page.QuerySelector("h1")!.TextContent);

        page = await officer.SendAndFollowAsync(
            await officer.OpenAsync($"{at}/retract"),
            null,
            ("reason", "Nobody writes letters any more.")
        );
        await AgreeAsync(page.QuerySelector("main a[href^='/approvals/']")!.GetAttribute("href")!);
        Assert.Contains(
            "Retracted",
            (await officer.OpenAsync(at)).QuerySelector("dl")!.TextContent
        );
    }

    private async Task AgreeAsync(string approval)
    {
        using PageVisitor manager = await PageVisitor.AsAsync(host, "business-unit-manager");
        IDocument decide = await manager.OpenAsync(approval);
        using HttpResponseMessage check = await manager.SendAsync(
            decide,
            "Check",
            ("approve", "yes")
        );
        await manager.SendAndFollowAsync(await PageVisitor.ReadAsync(check), "Send");
    }

    /// <summary>A draft of its own; its address.</summary>
    private async Task<string> BeginAsync()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        return $"{Workflows}/{await Governance.Tests.Host.Definitions.ImportAsync(officer, Governance.Tests.Host.Definitions.Letter("A letter"))}";
    }

    private static Task<HttpResponseMessage> SaveAsync(HttpClient designer, JsonObject model) =>
        designer.PostAsync(
            "/elsa/api/workflow-definitions?partnership=example",
            new StringContent(
                new JsonObject
                {
                    ["model"] = model.DeepClone(),
                    ["publish"] = false,
                }.ToJsonString(),
                System.Text.Encoding.UTF8,
                "application/json"
            )
        );

    /// <summary>The latest version's text, as its link gives it.</summary>
    private static async Task<JsonObject> TextAsync(PageVisitor visitor, string at)
    {
        IDocument page = await visitor.OpenAsync(at);
        using HttpResponseMessage file = await visitor.GetAsync(
            page.QuerySelector("a[href*='handler=Export']")!.GetAttribute("href")!
        );
        return JsonNode.Parse(await file.Content.ReadAsStringAsync())!.AsObject();
    }
}
