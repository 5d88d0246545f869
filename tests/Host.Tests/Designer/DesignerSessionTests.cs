using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Governance.Tests.Host.Pages;

namespace Governance.Tests.Host.Designer;

/// <summary>The designer's pages and the session that their requests ride on: it reads, and changes only with the page's token.</summary>
public sealed class DesignerSessionTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Definitions = "/elsa/api/workflow-definitions";
    private const string Header = "RequestVerificationToken";

    [Fact]
    public async Task Session_WithoutAToken_ReadsAndChangesNothing()
    {
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        await TokenAsync(officer);

        JsonObject read = await officer.GetAsync(Definitions).JsonAsync();
        Assert.True((int)read["totalCount"]! > 0);
        foreach (string? token in (string?[])[null, "", "not a token"])
        {
            await SaveAsync(officer, token)
                .ProblemAsync(HttpStatusCode.BadRequest, "designer.token-needed");
            await officer
                .SendAsync(Request(HttpMethod.Delete, Definitions + "/policy", token))
                .ProblemAsync(HttpStatusCode.BadRequest, "designer.token-needed");
        }
    }

    [Fact]
    public async Task Session_WithItsPagesToken_MaySave_AndWithSomebodyElsesNot()
    {
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        using PageVisitor manager = await PageVisitor.AsAsync(host, "business-unit-manager");
        string own = await TokenAsync(officer);
        string others = await TokenAsync(manager);

        await SaveAsync(officer, others)
            .ProblemAsync(HttpStatusCode.BadRequest, "designer.token-needed");
        JsonObject saved = await SaveAsync(officer, own).JsonAsync();
        Assert.Equal(1, (int)saved["workflowDefinition"]!["version"]!);
    }

    [Fact]
    public async Task Session_OfSomebodyWhoMayNotEdit_IsRefusedInWords_AndOffersNothing()
    {
        using PageVisitor scrutineer = await PageVisitor.AsAsync(host, "scrutineer");
        string token = await TokenAsync(scrutineer);

        await SaveAsync(scrutineer, token)
            .ProblemAsync(HttpStatusCode.BadRequest, "permission.configure-definitions");
        JsonObject policy = await scrutineer
            .GetAsync(Definitions + "/by-definition-id/policy")
            .JsonAsync();
        Assert.DoesNotContain(
            policy["links"]!.AsArray(),
            link => (string)link!["rel"]! == "publish"
        );
    }

    [Fact]
    public async Task Session_ThatEnded_IsToldSo_AndNoCredentialsMeanNobody()
    {
        await host
            .Client.GetAsync(Definitions)
            .ProblemAsync(HttpStatusCode.Unauthorized, "sign-in.needed");
        await host
            .Client.PostAsJsonAsync(Definitions, new { })
            .ProblemAsync(HttpStatusCode.Unauthorized, "sign-in.needed");
    }

    [Fact]
    public async Task Bearer_NeedsNoToken()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        JsonObject saved = await officer.PostAsJsonAsync(Definitions, Draft()).JsonAsync();

        Assert.Equal(1, (int)saved["workflowDefinition"]!["version"]!);
    }

    [Fact]
    public async Task Page_ForSeveralPartnerships_AsksWhich_AndThenNamesIt()
    {
        using PageVisitor lead = await PageVisitor.AsAsync(host, "police-lead");

        IDocument ask = await lead.OpenAsync("/designer/definitions/policy");
        string[] choices =
        [
            .. ask.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!),
        ];
        IDocument chosen = await lead.OpenAsync(choices.Order(StringComparer.Ordinal).First());

        Assert.Equal(2, choices.Length);
        Assert.Empty(ask.QuerySelectorAll("elsa-workflow-definition-editor"));
        Assert.Equal("example", chosen.QuerySelector("#studio")!.GetAttribute("data-partnership"));
        Assert.Equal(
            "policy",
            chosen.QuerySelector("elsa-workflow-definition-editor")!.GetAttribute("definition-id")
        );
        Assert.NotEmpty(chosen.QuerySelectorAll("noscript"));
    }

    private static async Task<string> TokenAsync(PageVisitor visitor)
    {
        IDocument page = await visitor.OpenAsync("/designer?partnership=example");
        IElement provider = page.QuerySelector("elsa-backend-provider")!;
        Assert.Equal(Header, provider.GetAttribute("tenant-id-header-name"));
        return provider.GetAttribute("tenant-id")!;
    }

    private static Task<HttpResponseMessage> SaveAsync(PageVisitor visitor, string? token)
    {
        HttpRequestMessage request = Request(HttpMethod.Post, Definitions, token);
        request.Content = JsonContent.Create(Draft());
        return visitor.SendAsync(request);
    }

    private static HttpRequestMessage Request(HttpMethod method, string address, string? token)
    {
        HttpRequestMessage request = new(method, address);
        request.Headers.Add("X-Partnership", "example");
        if (token is not null)
        {
            request.Headers.Add(Header, token);
        }

        return request;
    }

    private static object Draft() =>
        new
        {
            model = new
            {
                name = "Drawn in a browser",
                root = new
                {
                    id = "Flowchart1",
                    type = "Elsa.Flowchart",
                    version = 1,
                    activities = Array.Empty<object>(),
                    connections = Array.Empty<object>(),
                },
            },
            publish = false,
        };
}
