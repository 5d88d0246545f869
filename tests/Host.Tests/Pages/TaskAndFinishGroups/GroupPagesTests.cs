using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Governance.Tests.Host.Pages.TaskAndFinishGroups;

/// <summary>A group's life by the pages alone: commission, terms, chair, report, resignation, closure, sunset.</summary>
public sealed class GroupPagesTests(GroupPagesFixture host) : IClassFixture<GroupPagesFixture>
{
    private static readonly (string, string)[] Commission =
    [
        ("name", "Online Harm Group"),
        ("purpose", "Agree how we keep children safe online."),
        ("deliverables", "A joint protocol\nA leaflet for parents"),
        ("commissionedBy", "integratedCareBoard"),
        ("deadline.day", "30"),
        ("deadline.month", "6"),
        ("deadline.year", "2027"),
        ("sunset.day", "30"),
        ("sunset.month", "9"),
        ("sunset.year", "2027"),
    ];

    [Fact]
    public async Task Group_IsCommissioned_ItsTermsApproved_AndItsChairAppointed()
    {
        using PageVisitor manager = await PageVisitor.AsAsync(host, "business-unit-manager");
        IDocument form = await manager.OpenAsync("/partnerships/example/groups/new");
        using HttpResponseMessage empty = await manager.SendAsync(form, null);
        IDocument refused = await PageVisitor.ReadAsync(empty, HttpStatusCode.UnprocessableEntity);
        Assert.Contains(
            PageVisitor.ErrorsOf(refused),
            error => error.Contains("deadline is missing", StringComparison.Ordinal)
        );
        IDocument group = await manager.SendAndFollowAsync(form, null, Commission);
        string at = AddressOf(group);

        using PageVisitor lead = await PageVisitor.AsAsync(host, Groups.Commissioner);
        IDocument asked = await lead.OpenAsync(at);
        Assert.Equal(
            "Read and approve the terms of reference",
            asked.QuerySelector("main a.govuk-button")!.TextContent
        );
        IDocument terms = await lead.OpenAsync(at + "/terms");
        Assert.Contains("A joint protocol", terms.Body!.TextContent, StringComparison.Ordinal);
        await manager.SendAndFollowAsync(
            await manager.OpenAsync(at + "/terms/edit"),
            null,
            ("text", "## Purpose\n\nWhat was changed meanwhile."),
            ("do", "save")
        );
        using HttpResponseMessage stale = await lead.SendAsync(terms, null);
        IDocument again = await PageVisitor.ReadAsync(stale, HttpStatusCode.Conflict);
        Assert.Contains("changed meanwhile", again.Body!.TextContent, StringComparison.Ordinal);
        IDocument approved = await lead.SendAndFollowAsync(
            await lead.OpenAsync(at + "/terms"),
            null
        );
        Assert.Contains("Version 2", approved.Body!.TextContent, StringComparison.Ordinal);

        IDocument chaired = await manager.SendAndFollowAsync(
            await manager.OpenAsync(at + "/chair"),
            null,
            ("person", Groups.Chair)
        );
        Assert.Contains(
            "Chair of the Neglect Strategy Group chairs the group",
            chaired.Body!.TextContent,
            StringComparison.Ordinal
        );
        IDocument list = await manager.OpenAsync("/partnerships/example/groups");
        Assert.NotNull(list.QuerySelector($"a[href='{at}']"));
    }

    [Fact]
    public async Task Decision_LeadsToTheCommission_AndTheGroupLeadsBack()
    {
        JsonObject meeting = await Meetings.HoldAsync(host);
        string decision = (string)
            (
                await Meetings.DecideAsync(
                    host,
                    (string)meeting["id"]!,
                    (string)meeting["items"]![0]!["id"]!
                )
            )["id"]!;
        using PageVisitor manager = await PageVisitor.AsAsync(host, "business-unit-manager");
        IDocument decided = await manager.OpenAsync($"/decisions/{decision}");
        string commission = decided.QuerySelector("a[href*='/groups/new']")!.GetAttribute("href")!;
        IDocument form = await manager.OpenAsync(commission);
        Assert.Equal(
            decision,
            form.QuerySelector("#decision option[selected]")!.GetAttribute("value")
        );
        IDocument group = await manager.SendAndFollowAsync(form, null, Commission);
        Assert.NotNull(group.QuerySelector($"a[href='/decisions/{decision}']"));

        await manager.SendAndFollowAsync(
            await manager.OpenAsync(AddressOf(group) + "/chair"),
            null,
            ("person", Groups.Chair)
        );
        using PageVisitor chair = await PageVisitor.AsAsync(host, Groups.Chair);
        IDocument seen = await chair.OpenAsync(AddressOf(group));
        Assert.Contains(
            "The thresholds are adopted.",
            seen.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null(seen.QuerySelector($"a[href='/decisions/{decision}']"));
    }

    [Fact]
    public async Task Report_BeginsWithTheDraft_AndIsSubmittedByTheChair()
    {
        string at = "/groups/" + (string)(await Groups.AtWorkAsync(host, "Reporting Group"))["id"]!;
        await Groups.AddTaskAsync(host, at["/groups/".Length..], "Ask practitioners");
        using PageVisitor chair = await PageVisitor.AsAsync(host, Groups.Chair);
        IDocument form = await chair.OpenAsync(at + "/reports/new");
        Assert.Contains(
            "Ask practitioners",
            form.QuerySelector("textarea")!.TextContent,
            StringComparison.Ordinal
        );

        using HttpResponseMessage looked = await chair.SendAsync(
            form,
            null,
            ("text", "## So far\n\n<script>alert(1)</script> **well**"),
            ("do", "preview")
        );
        IDocument preview = await PageVisitor.ReadAsync(looked);
        Assert.Equal("well", preview.QuerySelector(".app-text strong")!.TextContent);
        Assert.Null(preview.QuerySelector(".app-text script"));
        IDocument reports = await chair.SendAndFollowAsync(preview, null, ("do", "submit"));
        Assert.Contains("Submitted", reports.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("well", reports.QuerySelector(".app-text strong")!.TextContent);
    }

    [Fact]
    public async Task Chair_Resigns_TheViceStandsIn_AndTheLeaversTaskIsGivenOn()
    {
        JsonObject group = await Groups.AtWorkAsync(host, "Left Group");
        string at = $"/groups/{group["id"]}";
        string task = (string)
            (
                await Groups.AddTaskAsync(
                    host,
                    (string)group["id"]!,
                    "Read the reviews",
                    Groups.Chair
                )
            )["id"]!;
        using PageVisitor chair = await PageVisitor.AsAsync(host, Groups.Chair);
        IDocument asked = await chair.OpenAsync(at + "/chair/resignation");
        Assert.Contains(
            "Practice Lead for Early Help stands in at once",
            asked.Body!.TextContent,
            StringComparison.Ordinal
        );
        IDocument after = await chair.SendAndFollowAsync(asked, null);
        Assert.Contains("stands in", after.Body!.TextContent, StringComparison.Ordinal);

        using PageVisitor vice = await PageVisitor.AsAsync(host, Groups.Member);
        IDocument left = await vice.OpenAsync($"/group-tasks/{task}");
        Assert.Contains("Owner left", left.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "until a chair is appointed",
            (await vice.OpenAsync(at)).Body!.TextContent,
            StringComparison.Ordinal
        );
        IDocument given = await vice.SendAndFollowAsync(
            await vice.OpenAsync($"/group-tasks/{task}/reassignment"),
            null,
            ("owner", Groups.Member),
            ("reason", "The chair has left.")
        );
        Assert.DoesNotContain("Owner left", given.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("March 2027", given.Body!.TextContent, StringComparison.Ordinal);
        IDocument mine = await vice.OpenAsync("/group-tasks");
        Assert.NotNull(mine.QuerySelector($"a[href='/group-tasks/{task}']"));
    }

    [Fact]
    public async Task Closure_IsProposedWithEverything_Returned_AndAccepted()
    {
        JsonObject group = await Groups.AtWorkAsync(host, "Done Group");
        string at = $"/groups/{group["id"]}";
        await Groups.AddTaskAsync(host, (string)group["id"]!, "Hand the checklist over");
        using PageVisitor chair = await PageVisitor.AsAsync(host, Groups.Chair);
        IDocument form = await chair.OpenAsync(at + "/closure");
        using HttpResponseMessage half = await chair.SendAsync(
            form,
            null,
            ("deliverables[0]", "Agreed and published")
        );
        IDocument missing = await PageVisitor.ReadAsync(half, HttpStatusCode.UnprocessableEntity);
        string[] errors = [.. PageVisitor.ErrorsOf(missing)];
        Assert.Contains(
            errors,
            error => error.Contains("“Hand the checklist over”", StringComparison.Ordinal)
        );
        Assert.Contains(errors, error => error.Contains("Missing: 2", StringComparison.Ordinal));
        Assert.Equal(
            "Agreed and published",
            missing.QuerySelector("textarea[name='deliverables[0]']")!.TextContent.Trim()
        );
        await ProposeAsync(chair, missing);

        using PageVisitor lead = await PageVisitor.AsAsync(host, Groups.Commissioner);
        IDocument decision = await lead.OpenAsync(at + "/closure/decision");
        Assert.Contains(
            "Agreed and published",
            decision.Body!.TextContent,
            StringComparison.Ordinal
        );
        using HttpResponseMessage mute = await lead.SendAsync(
            decision,
            null,
            ("accepted", "false")
        );
        await PageVisitor.ReadAsync(mute, HttpStatusCode.UnprocessableEntity);
        await lead.SendAndFollowAsync(
            decision,
            null,
            ("accepted", "false"),
            ("reason", "Say who keeps the toolkit.")
        );
        IDocument once = await chair.OpenAsync(at + "/closure");
        Assert.Contains("who keeps the toolkit", once.Body!.TextContent, StringComparison.Ordinal);
        await ProposeAsync(chair, once);
        IDocument dissolved = await lead.SendAndFollowAsync(
            await lead.OpenAsync(at + "/closure/decision"),
            null,
            ("accepted", "true")
        );
        Assert.Contains("is dissolved", dissolved.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ask first.", dissolved.Body!.TextContent, StringComparison.Ordinal);
        IDocument ended = await lead.OpenAsync("/partnerships/example/groups?ended=true");
        Assert.NotNull(ended.QuerySelector($"a[href='{at}']"));
    }

    [Fact]
    public async Task Sunset_IsExtended_AndAnotherGroupStoodDown_ByTheCommissionerAlone()
    {
        string at = "/groups/" + (string)(await Groups.AtWorkAsync(host, "Longer Group"))["id"]!;
        using PageVisitor delegated = await PageVisitor.AsAsync(host, "police-delegate");
        IDocument notTheirs = await delegated.OpenAsync(at + "/sunset");
        Assert.Contains(
            "lead or the delegate of the integrated care board",
            notTheirs.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null(notTheirs.QuerySelector("main form"));

        using PageVisitor lead = await PageVisitor.AsAsync(host, Groups.Commissioner);
        IDocument longer = await lead.SendAndFollowAsync(
            await lead.OpenAsync(at + "/sunset"),
            null,
            ("extend", "true"),
            ("sunset.day", "31"),
            ("sunset.month", "12"),
            ("sunset.year", "2027"),
            ("reason", "The schools asked for one more term.")
        );
        Assert.Contains(
            "goes on until 31 December 2027",
            longer.Body!.TextContent,
            StringComparison.Ordinal
        );
        IDocument over = await lead.SendAndFollowAsync(
            await lead.OpenAsync(at + "/stand-down"),
            null,
            ("reason", "Taken over by the region.")
        );
        Assert.Contains(
            "Taken over by the region.",
            over.Body!.TextContent,
            StringComparison.Ordinal
        );
        IDocument late = await lead.OpenAsync(at + "/stand-down");
        Assert.Null(late.QuerySelector("main form"));
    }

    [Fact]
    public async Task Member_ComesWithAnAgency_AndGoesWithAReason()
    {
        JsonObject group = await Groups.AtWorkAsync(host, "Staffed Group");
        string at = $"/groups/{group["id"]}";
        using PageVisitor chair = await PageVisitor.AsAsync(host, Groups.Chair);
        IDocument with = await chair.SendAndFollowAsync(
            await chair.OpenAsync(at + "/members/new"),
            null,
            ("person", "schools-representative"),
            ("agency", "schools")
        );
        Assert.Contains("Schools and colleges", with.Body!.TextContent, StringComparison.Ordinal);
        string end = with.QuerySelectorAll("a[href^='/group-members/']")
            .First(link =>
                link.TextContent.Contains("Representative of the Schools", StringComparison.Ordinal)
            )
            .GetAttribute("href")!;
        IDocument form = await chair.OpenAsync(end);
        using HttpResponseMessage mute = await chair.SendAsync(form, null);
        await PageVisitor.ReadAsync(mute, HttpStatusCode.UnprocessableEntity);
        IDocument gone = await chair.SendAndFollowAsync(form, null, ("reason", "A new post."));
        Assert.Contains("(over)", gone.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task ProposeAsync(PageVisitor chair, IDocument form) =>
        await chair.SendAndFollowAsync(
            form,
            null,
            ("deliverables[0]", "Agreed and published"),
            ("deliverables[1]", "Kept by the training group"),
            ("outstanding[0]", "police"),
            ("lessons", "Ask first.")
        );

    private static string AddressOf(IDocument group) =>
        group.QuerySelector("main a[href$='/terms']")!.GetAttribute("href")![..^"/terms".Length];
}
