using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Governance.Contracts;
using Governance.Modules.Record;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Host.Pages.Record;

/// <summary>The record read by people: what was done, what was refused, and what proves it.</summary>
public sealed class RecordPagesTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string At = "/partnerships/example/record";

    [Fact]
    public async Task Record_ShowsTheNewestFirst_AndLeadsToOneEntry()
    {
        await Policies.CreateAsync(host, "Written down");
        using PageVisitor inspector = await PageVisitor.AsAsync(host, "inspector");

        IDocument page = await inspector.OpenAsync(At);
        IElement newest = page.QuerySelector("main ol.app-lines > li")!;
        Assert.Contains("Policy begun", newest.TextContent, StringComparison.Ordinal);
        string address = newest.QuerySelector("a")!.GetAttribute("href")!;
        IDocument entry = await inspector.OpenAsync(address);

        Assert.Contains("Policy begun", entry.QuerySelector("h1")!.TextContent);
        Assert.Contains("It stands in the tree", entry.Body!.TextContent);
        Assert.NotEmpty(entry.QuerySelectorAll("main ol .app-hash"));
        string about = entry.QuerySelector("main a[href*='subject=']")!.GetAttribute("href")!;
        IDocument subject = await inspector.OpenAsync(about);
        Assert.Single(subject.QuerySelectorAll("main ol.app-lines > li"));
    }

    [Fact]
    public async Task Record_OnlyWhatWasRefused_NamesTheRule()
    {
        JsonObject policy = await Policies.CreateAsync(host, "Refused and written down");
        using HttpClient school = await host.AsAsync("schools-representative");
        using HttpResponseMessage no = await school.PostAsJsonAsync(
            $"/api/policies/{policy["id"]}/withdrawal",
            new { reason = "Not mine to withdraw." }
        );
        Assert.Equal(HttpStatusCode.Forbidden, no.StatusCode);
        using PageVisitor scrutineer = await PageVisitor.AsAsync(host, "scrutineer");

        IDocument page = await scrutineer.OpenAsync(At + "?refused=true");
        Assert.All(
            page.QuerySelectorAll("main ol.app-lines > li"),
            row => Assert.Contains("Refused", row.TextContent, StringComparison.Ordinal)
        );
        IDocument entry = await scrutineer.OpenAsync(
            page.QuerySelector("main ol.app-lines a")!.GetAttribute("href")!
        );
        Assert.Contains("by the rule", entry.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_GoToAnEntry_LeadsThere_OrSaysWhichThereAre()
    {
        using PageVisitor inspector = await PageVisitor.AsAsync(host, "inspector");

        using HttpResponseMessage there = await inspector.GetAsync(At + "?entry=1");
        Assert.Equal(HttpStatusCode.Redirect, there.StatusCode);
        Assert.Equal(At + "/entries/1", there.Headers.Location!.ToString());
        IDocument nowhere = await inspector.OpenAsync(At + "?entry=99999999");
        Assert.Contains("Give the number of an entry", PageVisitor.ErrorsOf(nowhere)[0]);
        await inspector.OpenAsync(At + "/entries/99999999", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Proofs_OfAnOlderSize_AreShown_AndTheExportIsAFile()
    {
        await Policies.CreateAsync(host, "Something to prove");
        using PageVisitor inspector = await PageVisitor.AsAsync(host, "inspector");

        IDocument page = await inspector.OpenAsync(At + "/proofs?from=1");
        Assert.NotNull(page.QuerySelector("#proof"));
        IDocument wrong = await inspector.OpenAsync(At + "/proofs?from=0");
        Assert.NotEmpty(PageVisitor.ErrorsOf(wrong));
        using HttpResponseMessage export = await inspector.GetAsync(At + "/proofs?handler=Export");
        string[] lines = (await export.Content.ReadAsStringAsync()).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );
        Assert.Equal("attachment", export.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("governance-record-export/1", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verification_ThatFailed_ShowsOnEveryPageOfThePartnership_UntilOneSucceeds()
    {
        JsonObject policy = await Policies.CreateAsync(host, "Rests on the record");
        LastVerifications verifications = host.Services.GetRequiredService<LastVerifications>();
        using PageVisitor lead = await PageVisitor.AsAsync(host, "board-lead");
        using PageVisitor nobody = PageVisitor.Anybody(host);
        string[] pages = [$"/policies/{policy["id"]}", At];

        verifications.Report("example", new RecordVerification(false, 1, 2, "entry 2 is missing"));
        foreach (string address in pages)
        {
            Assert.True(IsAlarmed(await lead.OpenAsync(address)), address);
        }

        Assert.True(IsAlarmed(await nobody.OpenAsync("/partnerships/example/library")));
        Assert.False(IsAlarmed(await nobody.OpenAsync("/partnerships/neighbouring/library")));
        IDocument page = await lead.OpenAsync(At + "/verification");
        IDocument after = await lead.SendAndFollowAsync(page, null);

        Assert.Contains("The record verifies", after.Body!.TextContent, StringComparison.Ordinal);
        foreach (string address in pages)
        {
            Assert.False(IsAlarmed(await lead.OpenAsync(address)), address);
        }
    }

    [Theory]
    [InlineData("partnerships/{p}/record/verification")]
    [InlineData("partnerships/{p}/record/proofs")]
    public void Page_ThatReadsTheWholeRecord_HasTheTimeForIt(string page)
    {
        Endpoint endpoint = host
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .First(each => each.RoutePattern.RawText == page);

        Assert.Equal(
            TimeSpan.FromMinutes(10),
            endpoint.Metadata.GetMetadata<RequestTimeoutAttribute>()?.Timeout
        );
    }

    private static bool IsAlarmed(IDocument page) =>
        page.QuerySelector("main")!
            .TextContent.Contains("record does not verify", StringComparison.Ordinal);
}
