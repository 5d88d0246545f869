using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Governance.Tests.Host.Pages.Home;

/// <summary>A person's calendar address: shown once, fetched without signing in, replaced, revoked.</summary>
public sealed class CalendarFeedTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Address_IsShownOnce_GivesWhatWaits_AndTheOldOneLeadsNowhere()
    {
        await host.SetClockAsync("2027-02-03T09:00:00Z");
        JsonObject policy = await Policies.CreateAsync(host, "In the calendar");
        await Policies.OpenSignOffAsync(host, (string)policy["id"]!);
        using PageVisitor signer = await PageVisitor.AsAsync(host, "police-delegate");

        string first = await MakeAsync(signer);
        IDocument again = await signer.OpenAsync("/calendar");
        Assert.Null(again.QuerySelector("main code"));
        using HttpResponseMessage feed = await host.Client.GetAsync(first);
        string text = await feed.Content.ReadAsStringAsync();

        Assert.Equal("text/calendar", feed.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "SUMMARY:Due: Sign or reject\\, In the calendar",
            text,
            StringComparison.Ordinal
        );
        // Ten working days from 3 February 2027.
        Assert.Contains("DTEND:20270217T170000Z", text, StringComparison.Ordinal);
        Assert.DoesNotContain("police-delegate", text, StringComparison.Ordinal);

        string second = await MakeAsync(signer);
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(second)).StatusCode);
        IDocument page = await signer.OpenAsync("/calendar");
        using HttpResponseMessage revoked = await signer.SendAsync(
            page.QuerySelectorAll<IHtmlFormElement>("main form")
                .Single(form => form.Action.Contains("revoke", StringComparison.Ordinal))
        );
        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(second)).StatusCode);
        Assert.DoesNotContain(
            host.Logs.All,
            line => line.Contains(second[^40..^4], StringComparison.Ordinal)
        );
    }

    private static async Task<string> MakeAsync(PageVisitor visitor)
    {
        IDocument page = await visitor.OpenAsync("/calendar");
        using HttpResponseMessage made = await visitor.SendAsync(
            page.QuerySelectorAll<IHtmlFormElement>("main form")
                .First(form => form.Action.Contains("make", StringComparison.Ordinal))
        );
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        IDocument shown = await visitor.OpenAsync("/calendar");
        return new Uri(shown.QuerySelector("main code")!.TextContent).PathAndQuery;
    }
}
