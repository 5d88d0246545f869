using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Governance.Tests.Host.Pages.TaskAndFinishGroups;

namespace Governance.Tests.Host.Pages.Escalation;

/// <summary>A professional challenge by the pages alone: with an account, by a link without script, and what the business unit sees.</summary>
public sealed class EscalationPagesTests(GroupPagesFixture host) : IClassFixture<GroupPagesFixture>
{
    private static readonly (string, string)[] Fields =
    [
        ("ladder", "sefton-2017"),
        ("raisedWith", "schools"),
        ("caseReference", "EX-2027-0142"),
        ("concern", "We disagree that the threshold is not met."),
        ("theme", "thresholds"),
    ];

    [Fact]
    public async Task Challenge_IsRaised_Answered_Confirmed_AndConcludedByItsRaiser()
    {
        using PageVisitor practitioner = await PageVisitor.AsAsync(host, "practitioner");
        IDocument form = await practitioner.OpenAsync("/partnerships/example/escalations/new");
        Assert.Contains("call 999", form.Body!.TextContent, StringComparison.Ordinal);
        using HttpResponseMessage named = await practitioner.SendAsync(
            form,
            null,
            [
                .. Fields.Where(field => field.Item1 != "concern"),
                ("concern", "The boy called Tristan lives at CH65 9ZZ."),
            ]
        );
        IDocument pointedOut = await PageVisitor.ReadAsync(
            named,
            HttpStatusCode.UnprocessableEntity
        );
        Assert.Contains(
            PageVisitor.ErrorsOf(pointedOut),
            error => error.Contains("looks like a postcode", StringComparison.Ordinal)
        );
        Assert.NotNull(pointedOut.QuerySelector("input[name=checked]"));
        IDocument raised = await practitioner.SendAndFollowAsync(form, null, Fields);
        string at = PathOf(raised);
        Assert.Contains("waits for an answer", raised.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(raised.QuerySelector("main a[href^='/clocks/']"));

        using PageVisitor school = await PageVisitor.AsAsync(host, "schools-representative");
        IDocument home = await school.OpenAsync("/home");
        Assert.Contains(
            "Answer a professional challenge",
            home.Body!.TextContent,
            StringComparison.Ordinal
        );
        await school.SendAndFollowAsync(await school.OpenAsync(at), "Acknowledge");
        await school.SendAndFollowAsync(
            await school.OpenAsync(at + "/answer"),
            null,
            ("text", "A strategy meeting is on Friday.")
        );
        IDocument confirm = await school.OpenAsync(at + "/answer");
        Assert.Equal("Confirm the outcome in writing", confirm.QuerySelector("h1")!.TextContent);
        await school.SendAndFollowAsync(confirm, null, ("text", "As agreed on the telephone."));

        IDocument say = await practitioner.OpenAsync(at + "/satisfaction");
        Assert.Contains("As agreed", say.Body!.TextContent, StringComparison.Ordinal);
        using HttpResponseMessage silent = await practitioner.SendAsync(
            say,
            null,
            ("satisfied", "no")
        );
        Assert.Contains(
            PageVisitor.ErrorsOf(
                await PageVisitor.ReadAsync(silent, HttpStatusCode.UnprocessableEntity)
            ),
            error => error.Contains("still open", StringComparison.Ordinal)
        );
        IDocument moved = await practitioner.SendAndFollowAsync(
            say,
            null,
            ("satisfied", "no"),
            ("reason", "The risk is not answered.")
        );
        Assert.Contains("Raiser not satisfied", moved.Body!.TextContent, StringComparison.Ordinal);
        IDocument withdrawn = await practitioner.SendAndFollowAsync(
            await practitioner.OpenAsync(at + "/withdrawal"),
            null,
            ("reason", "It was agreed on the telephone.")
        );
        Assert.Contains("has withdrawn it", withdrawn.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAnAccountAndWithoutScript_TheTypedKeyIsEnough()
    {
        string key = (string)(await Escalations.LinkAsync(host))["key"]!;
        using PageVisitor anybody = PageVisitor.Anybody(host);
        using HttpResponseMessage wrong = await anybody.SendAsync(
            await anybody.OpenAsync("/raise"),
            null,
            ("key", new string('0', 64))
        );
        IDocument refused = await PageVisitor.ReadAsync(wrong, HttpStatusCode.UnprocessableEntity);
        Assert.Empty(refused.QuerySelector("input[name=key]")!.GetAttribute("value")!);
        IDocument form = await anybody.SendAndFollowAsync(
            await anybody.OpenAsync("/raise"),
            null,
            ("key", key)
        );
        Assert.Contains(
            "Schools",
            form.QuerySelector(".govuk-caption-l")!.TextContent,
            StringComparison.OrdinalIgnoreCase
        );
        IDocument done = await anybody.SendAndFollowAsync(
            form,
            null,
            [.. Fields.Where(field => field.Item1 != "raisedWith"), ("raisedWith", "police")]
        );
        string status = done.QuerySelector("main code")!.TextContent;
        Assert.Equal(64, status.Length);

        using PageVisitor elsewhere = PageVisitor.Anybody(host);
        IDocument seen = await elsewhere.SendAndFollowAsync(
            await elsewhere.OpenAsync("/status"),
            null,
            ("key", status)
        );
        Assert.Contains("waits for an answer", seen.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "How this date was counted",
            seen.Body.TextContent,
            StringComparison.Ordinal
        );
        string number = seen.QuerySelector("h1")!.TextContent.Split(' ')[^1];
        using HttpClient unit = await host.AsAsync("business-unit-officer");
        JsonObject list = await unit.GetAsync(
                "/api/partnerships/example/escalations?raisedWith=police"
            )
            .JsonAsync();
        string id = (string)
            list["items"]!
                .AsArray()
                .First(line =>
                    (int)line!["number"]!
                    == int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)
                )!["id"]!;
        await Escalations.AnswerAsync(host, id, "police-delegate");
        IDocument resolved = await elsewhere.SendAndFollowAsync(
            await elsewhere.OpenAsync("/status/challenge"),
            "Say",
            ("satisfied", "yes")
        );
        Assert.Contains("It is resolved", resolved.Body!.TextContent, StringComparison.Ordinal);
        await elsewhere.SendAndFollowAsync(resolved, "Leave");
        using HttpResponseMessage gone = await elsewhere.GetAsync("/status/challenge");
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
    }

    [Fact]
    public async Task Ladder_IsEditedByAForm_AndItsMistakesStandAtTheirStage()
    {
        using PageVisitor unit = await PageVisitor.AsAsync(host, "business-unit-manager");
        IDocument form = await unit.OpenAsync(
            "/partnerships/example/ladders/three-times-five/edit"
        );
        using HttpResponseMessage wrong = await unit.SendAsync(
            form,
            null,
            ("reason", "We agreed three days."),
            ("Stages[1].Respond.Amount", "0")
        );
        IDocument again = await PageVisitor.ReadAsync(wrong, HttpStatusCode.UnprocessableEntity);
        Assert.Contains(
            PageVisitor.ErrorsOf(again),
            error => error.Contains("1 to 3660 working days", StringComparison.Ordinal)
        );
        IDocument proposed = await unit.SendAndFollowAsync(
            form,
            null,
            ("reason", "We agreed three days."),
            ("Urgencies[0].Label", "A child is in hospital"),
            ("Stages[1].Respond.Amount", "3"),
            ("Stages[1].Respond.Urgent[0].Amount", "8"),
            ("Stages[1].Respond.Urgent[0].Unit", "hours")
        );
        Assert.Contains(
            "when a second person agrees",
            proposed.Body!.TextContent,
            StringComparison.Ordinal
        );
        using HttpClient lead = await host.AsAsync("board-lead");
        JsonObject approvals = await lead.GetAsync("/api/approvals").JsonAsync();
        JsonNode approval = approvals["items"]!
            .AsArray()
            .Last(each =>
                ((string)each!["subject"]!["title"]!).Contains(
                    "Three times",
                    StringComparison.Ordinal
                )
            )!;
        using PageVisitor second = await PageVisitor.AsAsync(host, "board-lead");
        IDocument asked = await second.OpenAsync($"/approvals/{approval["id"]}");
        Assert.Contains(
            "answer within 3 working days",
            asked.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("8 hours", asked.Body!.TextContent, StringComparison.Ordinal);
        using HttpResponseMessage agreed = await lead.PostAsJsonAsync(
            $"/api/approvals/{approval["id"]}/decision",
            new { approve = true, reason = "Agreed." }
        );
        agreed.EnsureSuccessStatusCode();
        IDocument changed = await unit.OpenAsync(
            "/partnerships/example/ladders/three-times-five/edit"
        );
        Assert.Equal(
            ("a-child-is-in-hospital", "8"),
            (
                changed.QuerySelector("[name='Urgencies[0].Key']")!.GetAttribute("value"),
                changed
                    .QuerySelector("[name='Stages[1].Respond.Urgent[0].Amount']")!
                    .GetAttribute("value")
            )
        );
    }

    [Fact]
    public async Task Directory_IsKeptByTheBody_AndItsLinkIsToldOnce()
    {
        using PageVisitor school = await PageVisitor.AsAsync(host, "schools-representative");
        IDocument saved = await school.SendAndFollowAsync(
            await school.OpenAsync("/partnerships/example/contacts/schools/edit"),
            null,
            ("Contacts[0].Post", "Designated safeguarding lead"),
            ("Contacts[0].Phone", "0151 496 0000")
        );
        Assert.Contains(
            "Designated safeguarding lead",
            saved.Body!.TextContent,
            StringComparison.Ordinal
        );
        using HttpResponseMessage made = await school.SendAsync(saved, "Make");
        IDocument told = await PageVisitor.ReadAsync(made);
        Assert.Matches("/raise#[0-9a-f]{64}", told.QuerySelector("main code")!.TextContent);
        IDocument later = await school.OpenAsync("/partnerships/example/contacts");
        Assert.Null(later.QuerySelector("main code"));
        await school.SendAndFollowAsync(later, "Revoke");

        using PageVisitor unit = await PageVisitor.AsAsync(host, "business-unit-manager");
        await unit.SendAndFollowAsync(
            await unit.OpenAsync("/partnerships/example/front-door"),
            null,
            ("name", "the front door"),
            ("phone", "0151 496 0001")
        );
        using PageVisitor practitioner = await PageVisitor.AsAsync(host, "practitioner");
        IDocument form = await practitioner.OpenAsync("/partnerships/example/escalations/new");
        Assert.Contains("0151 496 0001", form.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Themes_AreDrawnWithTheirTable_AndDownloaded()
    {
        await Escalations.RaiseAsync(host);
        using PageVisitor scrutineer = await PageVisitor.AsAsync(host, "scrutineer");
        IDocument themes = await scrutineer.OpenAsync("/partnerships/example/escalations/themes");
        Assert.Equal(3, themes.QuerySelectorAll("main svg[role=img]").Length);
        Assert.Equal(3, themes.QuerySelectorAll("main table").Length);
        using HttpResponseMessage file = await scrutineer.GetAsync(
            "/partnerships/example/escalations/themes?handler=Csv"
        );
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
    }

    private static string PathOf(IDocument page) =>
        page.QuerySelector("main a[href$='/withdrawal']")!
            .GetAttribute("href")!
            .Replace("/withdrawal", "", StringComparison.Ordinal);
}
