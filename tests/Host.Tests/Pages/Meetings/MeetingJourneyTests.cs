using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Governance.Tests.Host.Pages.MeetingPages;

/// <summary>Meetings, decisions, actions and written procedures as people work with them: by the pages, without script.</summary>
public sealed class MeetingJourneyTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Meeting_PlannedHeldAndDecided_ByThePages()
    {
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        string body = await Meetings.ExecutiveAsync(host);
        IDocument plan = await officer.OpenAsync($"/bodies/{body}/meetings/new");
        IDocument agenda = await officer.SendAndFollowAsync(
            plan,
            null,
            ("title", "By pages"),
            ("day.day", "10"),
            ("day.month", "2"),
            ("day.year", "2027"),
            ("time", "14:30"),
            ("place", "Room 1")
        );
        await officer.SendAndFollowAsync(agenda, null, ("title", "Thresholds"));
        string meeting = agenda.QuerySelector(".govuk-back-link")!.GetAttribute("href")!;
        IDocument page = await officer.OpenAsync(meeting);
        Assert.Contains("Not quorate", page.QuerySelector("main")!.TextContent);
        Assert.Contains("10 February 2027 at 2:30pm", page.QuerySelector("main")!.TextContent);
        page = await officer.SendAndFollowAsync(page, "Circulate");
        Assert.Contains("Circulated on", page.QuerySelector("main")!.TextContent);
        foreach (string person in Meetings.Delegates)
        {
            IDocument attendance = await officer.OpenAsync(meeting + "/attendance");
            await officer.SendAndFollowAsync(
                attendance,
                null,
                ("person", person),
                ("state", "present")
            );
        }

        page = await officer.OpenAsync(meeting);
        Assert.Contains(
            "Present: Local authority, Integrated care board, Police.",
            page.QuerySelector("main")!.TextContent
        );
        string item = page.QuerySelector("a[href*='/items/']")!.GetAttribute("href")!;
        IDocument decision = await officer.SendAndFollowAsync(
            await officer.OpenAsync(item),
            "Decision",
            ("text", "The thresholds are adopted.")
        );
        Assert.Contains("Who was there", decision.QuerySelector("main")!.TextContent);
        string first = (await officer.OpenAsync(item))
            .QuerySelectorAll("select[name=supersedes] option")
            .Single(option => option.TextContent.Contains("The thresholds are adopted."))
            .GetAttribute("value")!;
        decision = await officer.SendAndFollowAsync(
            await officer.OpenAsync(item),
            "Decision",
            ("text", "The thresholds are adopted, with the annex."),
            ("supersedes", first)
        );
        Assert.NotNull(decision.QuerySelector($"a[href='/decisions/{first}']"));

        IDocument opened = await officer.SendAndFollowAsync(
            await officer.OpenAsync(
                decision.QuerySelector("a[href*='/actions/new']")!.GetAttribute("href")!
            ),
            null,
            ("text", "Tell the schools."),
            ("owner", "police"),
            ("workingDays", "5")
        );
        Assert.Contains("Tell the schools.", opened.QuerySelector("main")!.TextContent);

        page = await officer.OpenAsync(meeting);
        IDocument closed = await officer.SendAndFollowAsync(page, "Close");
        Assert.Contains("Tell the schools.", closed.QuerySelector("main")!.TextContent);
        IDocument minutes = await officer.OpenAsync(meeting + "/minutes");
        Assert.Contains(
            "The thresholds are adopted.",
            minutes.QuerySelector("textarea")!.TextContent
        );
        await officer.SendAndFollowAsync(minutes, null, ("text", "Minutes."));
        IDocument pack = await officer.OpenAsync(meeting + "/pack");
        Assert.Contains("1. Thresholds", pack.QuerySelector(".app-pack")!.TextContent);
    }

    [Fact]
    public async Task Action_ByItsOwnerThenAnother_IsVerifiedOnPages()
    {
        JsonObject action = await Actions.OpenAsync(host, "police");
        string address = $"/actions/{action["id"]}";
        using PageVisitor lead = await PageVisitor.AsAsync(host, "police-lead");
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument home = await lead.OpenAsync("/tasks");
        Assert.NotNull(home.QuerySelector($"a[href='{address}']"));

        IDocument empty = await PageVisitor.ReadAsync(
            await lead.SendAsync(await lead.OpenAsync(address), "Complete", ("evidence", "")),
            HttpStatusCode.UnprocessableEntity
        );
        Assert.Equal(["Write 1 to 4,000 characters."], PageVisitor.ErrorsOf(empty));
        IDocument done = await lead.SendAndFollowAsync(
            empty,
            "Complete",
            ("evidence", "The letter.")
        );
        Assert.Null(done.QuerySelector("form[action*='Verify']"));
        IDocument verified = await officer.SendAndFollowAsync(
            await officer.OpenAsync(address),
            "Verify",
            ("verified", "true")
        );
        Assert.Contains("Verified", verified.QuerySelector("dl")!.TextContent);
    }

    [Fact]
    public async Task Procedure_EverybodyAgreesOnPages_IsDecided()
    {
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument propose = await officer.OpenAsync(
            $"/bodies/{await Meetings.ExecutiveAsync(host)}/written-procedures/new"
        );
        IDocument procedure = await officer.SendAndFollowAsync(
            propose,
            null,
            ("title", "Urgent budget"),
            ("text", "The budget is moved."),
            ("workingDays", "5")
        );
        Assert.Contains("5 working days left", procedure.QuerySelector("main")!.TextContent);
        IDocument list = await officer.OpenAsync("/partnerships/example/written-procedures");
        string address = list.QuerySelector("a[href^='/written-procedures/']")!
            .GetAttribute("href")!;
        foreach (string person in Meetings.Delegates)
        {
            using PageVisitor visitor = await PageVisitor.AsAsync(host, person);
            await visitor.SendAndFollowAsync(
                await visitor.OpenAsync(address),
                "Answer",
                ("agrees", "true")
            );
        }

        IDocument decided = await officer.OpenAsync(address);
        Assert.NotNull(decided.QuerySelector("a[href^='/decisions/']"));
    }

    [Fact]
    public async Task Structure_ABodyAdded_StandsInTheTreeAndTakesMembers()
    {
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument members = await officer.SendAndFollowAsync(
            await officer.OpenAsync("/partnerships/example/structure/new"),
            null,
            ("name", "Exploitation sub-group"),
            ("purpose", "Looks after it."),
            ("quorumKind", "kOfN"),
            ("quorumAtLeast", "1")
        );
        IDocument added = await officer.SendAndFollowAsync(
            members,
            null,
            ("person", "schools-representative"),
            ("capacity", "chair"),
            ("agency", "schools")
        );
        Assert.Contains("Chair", added.QuerySelector(".app-lines")!.TextContent);
        IDocument tree = await officer.OpenAsync("/partnerships/example/structure");
        Assert.Contains("Exploitation sub-group", tree.QuerySelector("main")!.TextContent);
        using PageVisitor schools = await PageVisitor.AsAsync(host, "schools-representative");
        IDocument theirs = await schools.OpenAsync(
            tree.QuerySelectorAll("main a")
                .First(link => link.TextContent == "Exploitation sub-group")
                .GetAttribute("href")!
        );
        Assert.NotNull(theirs.QuerySelector("a[href$='/meetings/new']"));
        Assert.Null(theirs.QuerySelector("a[href$='/change']"));
        IDocument wrong = await PageVisitor.ReadAsync(
            await officer.SendAsync(
                await officer.OpenAsync("/partnerships/example/structure/new"),
                null,
                ("name", "No rule")
            ),
            HttpStatusCode.UnprocessableEntity
        );
        Assert.Equal(2, PageVisitor.ErrorsOf(wrong).Count);
    }

    [Fact]
    public async Task Registers_AsCsv_AreFilesOfWhatIsListed()
    {
        await Actions.OpenAsync(host, "local-authority-lead", "=1+1, \"quoted\"");
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument list = await officer.OpenAsync("/partnerships/example/actions");
        using HttpResponseMessage csv = await officer.GetAsync(
            list.QuerySelector("a[href*='handler=Csv']")!.GetAttribute("href")!
        );

        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        Assert.Contains(
            "\"'=1+1, \"\"quoted\"\"\"",
            await csv.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }
}
