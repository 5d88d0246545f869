using System.Net;
using AngleSharp.Dom;

namespace Governance.Tests.Host.Pages.People;

/// <summary>Appointing, ending, lending, deciding, declaring and proposing by page, as people do it without script.</summary>
public sealed class PeopleJourneyTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string New = "/partnerships/example/appointments/new";

    [Fact]
    public async Task Appoint_QuestionByQuestion_KeepsAnswersAndAppointsOnce()
    {
        PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");

        IDocument role = await officer.SendAndFollowAsync(
            await officer.OpenAsync(New),
            null,
            ("person", "practitioner")
        );
        IDocument term = await officer.SendAndFollowAsync(role, null, ("role", "inspector"));
        using HttpResponseMessage wrong = await officer.SendAsync(
            term,
            null,
            ("from.day", "31"),
            ("from.month", "2"),
            ("from.year", "2030")
        );
        IDocument again = await PageVisitor.ReadAsync(wrong, HttpStatusCode.UnprocessableEntity);
        Assert.Contains(
            "real date",
            Assert.Single(PageVisitor.ErrorsOf(again)),
            StringComparison.Ordinal
        );
        Assert.Equal("31", again.QuerySelector("#from")!.GetAttribute("value"));
        IDocument check = await officer.SendAndFollowAsync(again, null, ("from.day", "28"));

        // Back leads to the question with its answer.
        IDocument back = await officer.OpenAsync(
            check.QuerySelector(".govuk-back-link")!.GetAttribute("href")!
        );
        Assert.Equal("28", back.QuerySelector("#from")!.GetAttribute("value"));

        IDocument done = await officer.SendAndFollowAsync(check, "Send");
        Assert.Contains(
            "Appointed: ",
            done.QuerySelector(".govuk-notification-banner")!.TextContent,
            StringComparison.Ordinal
        );
        using HttpResponseMessage twice = await officer.SendAsync(check, "Send");
        Assert.Equal(HttpStatusCode.Redirect, twice.StatusCode);
        IDocument list = await officer.OpenAsync(
            "/partnerships/example/appointments?role=inspector"
        );
        Assert.Equal(2, list.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Appoint_UnknownAddress_SaysSoAndStays()
    {
        PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");

        using HttpResponseMessage answer = await officer.SendAsync(
            await officer.OpenAsync(New),
            null,
            ("find", "nobody@example.org")
        );

        IDocument page = await PageVisitor.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Contains(
            PageVisitor.ErrorsOf(page),
            error => error.StartsWith("Nobody with this", StringComparison.Ordinal)
        );
        Assert.Equal("nobody@example.org", page.QuerySelector("#find")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Scrutineer_ProposedAndWithdrawn_NeverCounts()
    {
        PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument check = await officer.OpenAsync(
            New
                + "?step=check&person=other-scrutineer&role=scrutineer&from.day=1&from.month=1&from.year=2031"
        );
        Assert.Contains(
            "second person from another body",
            check.QuerySelector(".govuk-inset-text")!.TextContent,
            StringComparison.Ordinal
        );

        IDocument approval = await officer.SendAndFollowAsync(check, "Send");
        Assert.Contains(
            "You cannot decide this",
            approval.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        using HttpResponseMessage silent = await officer.SendAsync(approval, "Withdraw");
        IDocument why = await PageVisitor.ReadAsync(silent, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["Say why you withdraw it."], PageVisitor.ErrorsOf(why));
        IDocument gone = await officer.SendAndFollowAsync(
            why,
            "Withdraw",
            ("reason", "Wrong person")
        );

        Assert.Contains(
            "Withdrawn",
            gone.QuerySelector("main .govuk-tag")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Calendar_ProposedAndApproved_ShowsItsVersion()
    {
        PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument form = await officer.OpenAsync("/calendars/united-kingdom/new");
        using HttpResponseMessage sunday = await officer.SendAsync(
            form,
            "Check",
            ("holidays[1].date.day", "6"),
            ("holidays[1].date.month", "6"),
            ("holidays[1].date.year", "2027"),
            ("holidays[1].name", "Jubilee"),
            ("reason", "Proclamation")
        );
        IDocument again = await PageVisitor.ReadAsync(sunday, HttpStatusCode.UnprocessableEntity);
        Assert.Contains(
            "Sunday",
            Assert.Single(PageVisitor.ErrorsOf(again)),
            StringComparison.Ordinal
        );

        using HttpResponseMessage right = await officer.SendAsync(
            again,
            "Check",
            ("holidays[1].date.day", "7")
        );
        IDocument check = await PageVisitor.ReadAsync(right);
        Assert.Contains(
            "Running deadlines that would move",
            check.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        using HttpResponseMessage sent = await officer.SendAsync(check, "Send");
        string address = sent.Headers.Location!.ToString();

        PageVisitor manager = await PageVisitor.AsAsync(host, "business-unit-manager");
        IDocument decision = await manager.OpenAsync(address);
        using HttpResponseMessage asked = await manager.SendAsync(
            decision,
            "Check",
            ("approve", "yes")
        );
        await manager.SendAndFollowAsync(await PageVisitor.ReadAsync(asked), "Send");

        IDocument calendar = await manager.OpenAsync("/calendars/united-kingdom");
        Assert.Contains(
            "Version 2",
            calendar.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Jubilee",
            calendar.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Delegation_LentAndTakenBack_ByTheLead()
    {
        PageVisitor lead = await PageVisitor.AsAsync(host, "board-lead");
        IDocument form = await lead.OpenAsync("/partnerships/example/delegations/new");
        using HttpResponseMessage empty = await lead.SendAsync(form, "Check");
        Assert.Equal(
            4,
            PageVisitor
                .ErrorsOf(await PageVisitor.ReadAsync(empty, HttpStatusCode.UnprocessableEntity))
                .Count
        );

        using HttpResponseMessage filled = await lead.SendAsync(
            form,
            "Check",
            ("from", "board-delegate"),
            ("to", "board-deputy"),
            ("classes", "policy"),
            ("classes", "protocol"),
            ("ends.day", "31"),
            ("ends.month", "12"),
            ("ends.year", form.QuerySelector("#starts-year")!.GetAttribute("value")!)
        );
        IDocument list = await lead.SendAndFollowAsync(await PageVisitor.ReadAsync(filled), "Send");
        IElement revoke = list.QuerySelector("a[href$='/revoke']")!;
        IDocument why = await lead.OpenAsync(revoke.GetAttribute("href")!);
        using HttpResponseMessage asked = await lead.SendAsync(
            why,
            "Check",
            ("reason", "Back from leave")
        );
        await lead.SendAndFollowAsync(await PageVisitor.ReadAsync(asked), "Send");

        IDocument past = await lead.OpenAsync("/partnerships/example/delegations?state=over");
        Assert.Contains(
            "Back from leave",
            past.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Interest_Declared_StandsInTheRegister()
    {
        PageVisitor @delegate = await PageVisitor.AsAsync(host, "board-delegate");
        IDocument form = await @delegate.OpenAsync("/partnerships/example/interests/new");
        using HttpResponseMessage empty = await @delegate.SendAsync(form, "Check");
        IDocument wrong = await PageVisitor.ReadAsync(empty, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(2, PageVisitor.ErrorsOf(wrong).Count);

        using HttpResponseMessage filled = await @delegate.SendAsync(
            wrong,
            "Check",
            ("subject", "general"),
            ("nature", "Governor of a school")
        );
        IDocument register = await @delegate.SendAndFollowAsync(
            await PageVisitor.ReadAsync(filled),
            "Send"
        );

        Assert.Contains(
            "Governor of a school",
            register.QuerySelector("table")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Calculation_OfAnyDay_ShowsTheReceipt_AndWrongInputIsKept()
    {
        PageVisitor practitioner = await PageVisitor.AsAsync(host, "practitioner");

        IDocument page = await practitioner.OpenAsync(
            "/clocks/calculation?received.day=3&received.month=2&received.year=2027&time=17:01&amount=5&unit=workingDays&calendar=england-and-wales"
        );
        Assert.Contains(
            "11 February 2027 at 5pm",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );

        IDocument wrong = await practitioner.OpenAsync(
            "/clocks/calculation?received.day=3&received.month=2&received.year=2027&time=25:00&amount=x&unit=workingDays&calendar=england-and-wales",
            HttpStatusCode.UnprocessableEntity
        );
        Assert.Equal(2, PageVisitor.ErrorsOf(wrong).Count);
        Assert.Equal("x", wrong.QuerySelector("#amount")!.GetAttribute("value"));
    }
}
