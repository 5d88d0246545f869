using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Governance.Tests.Host.Pages.Home;

/// <summary>Home, tasks and notices lead to what is asked and told.</summary>
public sealed class InboxPagesTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Home_AndTasks_LeadToTheRound_WithWorkingDaysLeft()
    {
        await host.SetClockAsync("2027-02-03T09:00:00Z");
        JsonObject round = await OpenAsync("Asked at home");
        using PageVisitor signer = await PageVisitor.AsAsync(host, "local-authority-delegate");

        foreach (string address in new[] { "/home", "/tasks", "/tasks?kind=sign&of=example" })
        {
            IDocument page = await signer.OpenAsync(address);
            IElement link = page.QuerySelector($"main a[href='/sign-offs/{round["id"]}']")!;
            Assert.Equal("Sign or reject for the local authority: Asked at home", link.TextContent);
            Assert.Contains(
                "10 working days left",
                link.Closest("li")!.TextContent,
                StringComparison.Ordinal
            );
        }

        IDocument other = await signer.OpenAsync("/tasks?kind=review");
        Assert.Null(other.QuerySelector($"main a[href='/sign-offs/{round["id"]}']"));
        await signer.OpenAsync("/tasks?after=nonsense", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Administrator_SeesHealth_AndNoPolicy()
    {
        await OpenAsync("Not for administrators");
        using PageVisitor administrator = await PageVisitor.AsAsync(host, "administrator");

        IDocument page = await administrator.OpenAsync("/home");

        Assert.Contains("Ready", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main a[href^='/policies/']"));
    }

    [Fact]
    public async Task Notices_OfOneKindInARow_AreFolded_AndAllAreMarkedAsReadAtOnce()
    {
        for (int at = 0; at < 30; at++)
        {
            await OpenAsync($"Told {at}");
        }

        using PageVisitor signer = await PageVisitor.AsAsync(host, "police-delegate");
        IDocument page = await signer.OpenAsync("/notices");
        Assert.Equal(
            22,
            page.QuerySelectorAll("main details li")
                .Count(line => line.TextContent.Contains("Told"))
        );
        Assert.Contains("22 more like this", page.QuerySelector("main summary")!.TextContent);

        IDocument after = await signer.SendAndFollowAsync(page, "ReadAll");

        Assert.Contains("marked as read", after.Body!.TextContent);
        Assert.Equal(0, Unread(after));
        Assert.Null(after.QuerySelector("main form"));
    }

    [Fact]
    public async Task Notices_AreMarkedAsRead_OneAndAll()
    {
        await OpenAsync("Told once");
        await OpenAsync("Told twice");
        await OpenAsync("Told thrice");
        using PageVisitor signer = await PageVisitor.AsAsync(host, "board-delegate");
        IDocument page = await signer.OpenAsync("/notices");
        int unread = Unread(page);
        Assert.True(unread >= 3);
        IElement one = page.QuerySelector("main li form[method=post]")!;

        using HttpResponseMessage marked = await signer.SendAsync(
            (AngleSharp.Html.Dom.IHtmlFormElement)one
        );
        IDocument after = await signer.OpenAsync("/notices");
        Assert.Equal(unread - 1, Unread(after));

        // The first form of the page marks all of it.
        Assert.Equal(0, Unread(await signer.SendAndFollowAsync(after, null)));
    }

    private static int Unread(IDocument page) =>
        page.QuerySelectorAll("main li .govuk-tag").Count(tag => tag.TextContent == "Unread");

    private async Task<JsonObject> OpenAsync(string title) =>
        await Policies.OpenSignOffAsync(
            host,
            (string)(await Policies.CreateAsync(host, title))["id"]!
        );
}
