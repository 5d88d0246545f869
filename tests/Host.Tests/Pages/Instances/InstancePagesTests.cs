using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Governance.Tests.Host.Pages.Instances;

/// <summary>How workflows run, by page and without script: listed, drawn, moved to another version by two people, and cancelled.</summary>
public sealed class InstancePagesTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Instance_OfAPolicy_IsDrawnWithWhereItStandsAndTheWayItCame()
    {
        string at = await AtAsync("Drawn by page");
        using PageVisitor lead = await PageVisitor.AsAsync(host, "police-lead");

        IDocument page = await lead.OpenAsync(at);

        string text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("It stands at", text);
        Assert.Contains("The workflow began", text);
        Assert.NotNull(page.QuerySelector("svg .app-map__step--here"));
        Assert.Null(page.QuerySelector($"a[href='{at}/cancellation']"));
        IDocument list = await lead.OpenAsync(
            "/partnerships/example/instances?state=Suspended&definition=policy"
        );
        Assert.StartsWith(
            "Drawn by page",
            list.QuerySelector($"a[href='{at}']")!.TextContent,
            StringComparison.Ordinal
        );
        IDocument wrong = await lead.OpenAsync("/partnerships/example/instances?state=Faulted");
        Assert.Contains("No workflow is like this.", wrong.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Incident_IsTriedAgainAndThenSkipped_ByPages()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        using HttpClient manager = await host.AsAsync("business-unit-manager");
        (string instance, _) = await Definitions.StartAuditAsync(
            officer,
            manager,
            "An audit that fails",
            whom: "nobody"
        );
        string at = $"/instances/{instance}";
        using PageVisitor unit = await PageVisitor.AsAsync(host, "business-unit-manager");
        IDocument failed = await unit.OpenAsync(at);
        Assert.Contains("Went wrong", failed.QuerySelector("main")!.TextContent);
        Assert.DoesNotContain("Ended", failed.QuerySelector("dl")!.TextContent);
        Assert.NotNull(failed.QuerySelector($"a[href='{at}/retry']"));

        IDocument again = await unit.SendAndFollowAsync(
            await unit.OpenAsync($"{at}/retry"),
            null,
            ("reason", "It may have been a moment’s fault.")
        );
        Assert.Contains("It may have been", again.QuerySelector("main")!.TextContent);
        IDocument skipped = await unit.SendAndFollowAsync(
            await unit.OpenAsync($"{at}/skip"),
            null,
            ("outcome", "Done"),
            ("reason", "It was done by telephone.")
        );

        Assert.Contains("Finished", skipped.QuerySelector("main")!.TextContent);
        Assert.Contains("It was done by telephone.", skipped.QuerySelector("main")!.TextContent);
        Assert.Null(skipped.QuerySelector($"a[href='{at}/skip']"));
    }

    [Fact]
    public async Task Cancellation_NeedsAReason_AndLeavesThePolicyAsItIs()
    {
        string at = await AtAsync("Cancelled by page");
        using PageVisitor unit = await PageVisitor.AsAsync(host, "business-unit-manager");
        IDocument form = await unit.OpenAsync(at + "/cancellation");
        using (HttpResponseMessage none = await unit.SendAsync(form, null))
        {
            IDocument again = await PageVisitor.ReadAsync(none, HttpStatusCode.UnprocessableEntity);
            Assert.Contains(
                PageVisitor.ErrorsOf(again),
                error => error.Contains("Say why", StringComparison.Ordinal)
            );
        }

        IDocument cancelled = await unit.SendAndFollowAsync(
            form,
            null,
            ("reason", "Begun twice by mistake.")
        );

        Assert.Contains("Cancelled", cancelled.QuerySelector("main")!.TextContent);
        using PageVisitor scrutineer = await PageVisitor.AsAsync(host, "scrutineer");
        Assert.Contains(
            "A workflow was cancelled",
            (await scrutineer.OpenAsync("/notices")).QuerySelector("main")!.TextContent
        );
    }

    [Fact]
    public async Task Migration_IsLookedAtProposedAndAgreedByASecondPerson()
    {
        string at = await AtAsync("Moved by page");
        JsonObject change = await FrameworkChanges.ProposeAsync(host, "policy");
        using HttpClient lead = await host.AsAsync("police-lead");
        JsonObject round = await lead.GetAsync($"/api/sign-offs/{change["round"]}").JsonAsync();
        foreach ((string seat, string person) in Policies.Signers)
        {
            using HttpResponseMessage signed = await Policies.SignAsync(host, round, seat, person);
            signed.EnsureSuccessStatusCode();
        }

        using PageVisitor unit = await PageVisitor.AsAsync(host, "business-unit-manager");
        IDocument form = await unit.OpenAsync(at + "/migration");
        IDocument check = await PageVisitor.ReadAsync(
            await unit.SendAsync(
                form,
                "Check",
                ("version", "2"),
                ("reason", "The words are clearer.")
            )
        );
        Assert.Contains("Can go over", check.QuerySelector("main")!.TextContent);
        await unit.SendAndFollowAsync(check, "Propose");

        using PageVisitor second = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument list = await second.OpenAsync("/partnerships/example/instances");
        Assert.Contains("Moves that wait for you", list.QuerySelector("main")!.TextContent);
        string approval = list.QuerySelectorAll("main a[href^='/approvals/']")[0]
            .GetAttribute("href")!["/approvals/".Length..];
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        using HttpResponseMessage agreed = await officer.PostAsync(
            $"/api/approvals/{approval}/decision",
            System.Net.Http.Json.JsonContent.Create(new { approve = true, reason = "Read it." })
        );
        agreed.EnsureSuccessStatusCode();

        IDocument moved = await unit.OpenAsync(at);
        Assert.Contains("version 2", moved.QuerySelector("main")!.TextContent);
        Assert.Contains(
            "Moved to another version of the workflow",
            moved.QuerySelector("main")!.TextContent
        );
    }

    private async Task<string> AtAsync(string title)
    {
        JsonObject policy = await Policies.CreateAsync(host, title);
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        JsonObject read = await officer.GetAsync($"/api/policies/{policy["id"]}").JsonAsync();
        return "/instances/" + (string)read["instance"]!;
    }
}
