using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Governance.Tests.Host.Pages.PolicyPages;

/// <summary>One policy's page: what comes next, who has it, by when, and what happened.</summary>
public sealed class OnePolicyPageTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Page_OfAPolicyInSignOff_SaysWhoStillSignsAndByWhen()
    {
        JsonObject policy = await Policies.CreateAsync(host);
        string id = (string)policy["id"]!;
        JsonObject round = await Policies.OpenSignOffAsync(host, id);
        (
            await Policies.SignAsync(host, round, "police", "police-delegate")
        ).EnsureSuccessStatusCode();
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");

        IDocument page = await officer.OpenAsync("/policies/" + id);

        string next = page.QuerySelector(".app-next")!.TextContent;
        Assert.Contains("2 partners have still to sign version 1", next);
        Assert.Contains("Local authority: Director of Children", next);
        Assert.DoesNotContain("Police:", next);
        Assert.Contains("10 working days left", next);
        Assert.NotNull(page.QuerySelector($".app-next a[href='/sign-offs/{round["id"]}']"));
        Assert.Equal(
            [
                "Version 1 was signed for the police seat.",
                "Sign-off of version 1 was asked for.",
                "The policy was begun, with version 1.",
            ],
            Facts(page)
        );
        Assert.Contains(
            "Assistant Chief Constable, delegate of the police seat",
            page.QuerySelector(".app-timeline__when")!.TextContent
        );
    }

    [Fact]
    public async Task Page_AfterARejection_QuotesTheReason_AndOffersWhatComesNext()
    {
        JsonObject policy = await Policies.CreateAsync(host);
        string id = (string)policy["id"]!;
        JsonObject round = await Policies.OpenSignOffAsync(host, id);
        using HttpClient police = await host.AsAsync("police-delegate");
        (
            await police.PostAsJsonAsync(
                $"/api/sign-offs/{round["id"]}/rejection",
                new { seat = "police", reason = "It contradicts the <protocol>." }
            )
        ).EnsureSuccessStatusCode();
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        using PageVisitor lead = await PageVisitor.AsAsync(host, "board-lead");

        IDocument page = await officer.OpenAsync("/policies/" + id);
        IDocument theirs = await lead.OpenAsync("/policies/" + id);

        Assert.Contains("Revise the text", page.QuerySelector(".app-next")!.TextContent);
        Assert.Contains(
            "It contradicts the <protocol>.",
            page.QuerySelector(".app-next .app-said")!.TextContent
        );
        Assert.NotNull(page.QuerySelector($"a[href='/policies/{id}/request-sign-off']"));
        Assert.Null(theirs.QuerySelector($"a[href='/policies/{id}/request-sign-off']"));
        Assert.Null(theirs.QuerySelector($"a[href='/policies/{id}/withdraw']"));
    }

    [Fact]
    public async Task Page_OfASavedTextInSignOff_SaysThatTheRoundEndedWithIt()
    {
        JsonObject policy = await Policies.CreateAsync(host);
        string id = (string)policy["id"]!;
        await Policies.OpenSignOffAsync(host, id);
        using HttpClient author = await host.AsAsync("business-unit-officer");
        (
            await Policies.SaveAsync(
                author,
                id,
                new
                {
                    title = "Working with neglect",
                    summary = "",
                    body = "Changed.",
                },
                "*"
            )
        ).EnsureSuccessStatusCode();
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");

        IDocument page = await officer.OpenAsync("/policies/" + id);

        Assert.Equal("Version 2 was saved. Sign-off of version 1 ended with it.", Facts(page)[0]);
    }

    [Fact]
    public async Task Timeline_OfALongLife_IsPagedBothWays()
    {
        JsonObject policy = await Policies.CreateAsync(host);
        string id = (string)policy["id"]!;
        using HttpClient author = await host.AsAsync("business-unit-officer");
        for (int version = 2; version <= 18; version++)
        {
            (
                await Policies.SaveAsync(
                    author,
                    id,
                    new { title = "Working with neglect", body = $"Text {version}." },
                    "*"
                )
            ).EnsureSuccessStatusCode();
        }

        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument first = await officer.OpenAsync("/policies/" + id);
        IDocument second = await officer.OpenAsync(
            first.QuerySelector("a[rel=next]")!.GetAttribute("href")!
        );
        IDocument again = await officer.OpenAsync(
            second.QuerySelector("a[rel=prev]")!.GetAttribute("href")!
        );

        Assert.Equal("Version 18 was saved.", Facts(first)[0]);
        Assert.Equal(15, Facts(first).Length);
        Assert.Equal(
            [
                "Version 3 was saved.",
                "Version 2 was saved.",
                "The policy was begun, with version 1.",
            ],
            Facts(second)
        );
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.Equal(Facts(first), Facts(again));
    }

    private static string[] Facts(IDocument page) =>
        [.. page.QuerySelectorAll(".app-timeline__what").Select(fact => fact.TextContent.Trim())];
}
