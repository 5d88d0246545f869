using System.Net;
using AngleSharp.Dom;

namespace Governance.Tests.Host.Pages.Requests;

/// <summary>A workflow of the partnership's own is started, and what it asks is answered, by pages without script.</summary>
public sealed class RequestPagesTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Undertaking_IsStarted_ItsRequestAnswered_AndItEnds_ByPages()
    {
        using HttpClient unit = await host.AsAsync("business-unit-officer");
        using HttpClient second = await host.AsAsync("business-unit-manager");
        string audit = await Definitions.ImportAsync(unit, Definitions.Audit("An audit"));
        string at = $"/partnerships/example/definitions/{audit}";
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        Assert.Contains(
            "No version of it is published yet",
            (await officer.OpenAsync($"{at}/start")).QuerySelector("main")!.TextContent
        );
        await Definitions.PublishAsync(unit, second, audit);
        IDocument start = await officer.OpenAsync($"{at}/start");
        using (HttpResponseMessage unnamed = await officer.SendAsync(start, null, ("title", " ")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, unnamed.StatusCode);
        }

        IDocument begun = await officer.SendAndFollowAsync(
            start,
            null,
            ("title", "Audit of visits")
        );
        Assert.Equal("Audit of visits", begun.QuerySelector("h1")!.TextContent);
        string request = begun.QuerySelector("main a[href^='/requests/']")!.GetAttribute("href")!;

        using PageVisitor superintendent = await PageVisitor.AsAsync(host, "police-delegate");
        Assert.NotNull(
            (await superintendent.OpenAsync("/tasks")).QuerySelector($"main a[href='{request}']")
        );
        IDocument asked = await superintendent.OpenAsync(request);
        Assert.Equal("Read forty cases", asked.QuerySelector("h1")!.TextContent);
        using (
            HttpResponseMessage why = await superintendent.SendAsync(
                asked,
                null,
                ("outcome", "declined"),
                ("text", "")
            )
        )
        {
            IDocument again = await PageVisitor.ReadAsync(why, HttpStatusCode.UnprocessableEntity);
            Assert.Equal(
                "#text",
                again.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")
            );
        }

        IDocument answered = await superintendent.SendAndFollowAsync(
            asked,
            null,
            ("outcome", "done"),
            ("text", "Forty cases were read.")
        );
        Assert.Contains("Forty cases were read.", answered.QuerySelector("dl")!.TextContent);
        Assert.Empty(answered.QuerySelectorAll("main form"));
        IDocument over = await officer.OpenAsync(
            answered.QuerySelector("a.govuk-back-link")!.GetAttribute("href")!
        );
        Assert.Contains("Finished", over.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Request_OfAnotherSeat_ShowsNoForm()
    {
        using HttpClient unit = await host.AsAsync("business-unit-officer");
        using HttpClient second = await host.AsAsync("business-unit-manager");
        (_, string request) = await Definitions.StartAuditAsync(unit, second, "Another audit");
        using PageVisitor board = await PageVisitor.AsAsync(host, "board-delegate");

        IDocument page = await board.OpenAsync($"/requests/{request}");

        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Contains("This is asked of the police.", page.QuerySelector("main")!.TextContent);
    }
}
