using Governance.Tests.Shared;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>A meeting of the executive by pages: planned, circulated, quorate, deciding, and no longer quorate.</summary>
internal sealed class MeetingLife(Chromium chromium, Uri host, bool script)
    : BrowserSteps(chromium, host, script)
{
    private static readonly string[] Delegates =
    [
        "Director of Children",
        "Chief Nursing Officer",
        "Assistant Chief Constable",
    ];

    /// <summary>On the rehearsal's first day, with two items, the first with a paper; its id.</summary>
    public async Task<string> PlanAsync()
    {
        await using BrowserPerson officer = await AsAsync("business-unit-officer");
        await officer.OpenAsync("/partnerships/example/structure");
        await officer.FollowAsync("Executive");
        await officer.FollowAsync("Plan a meeting");
        await officer.PressAsync("Plan it");
        await officer.SeesAsync("There is a problem");
        await officer.TypeAsync("Title", "Executive, November");
        await officer.DateAsync("On which day?", new DateOnly(2026, 11, 2));
        await officer.TypeAsync("At what time?", "10:00");
        await officer.TypeAsync("Where?", "Room 1");
        await officer.PressAsync("Plan it");
        string meeting = officer.IdAfter("/meetings/");
        await officer.TypeAsync("What is to be talked about?", "Neglect");
        await officer.UploadAsync("A paper", "neglect.txt", "What we know of neglect.");
        await officer.PressAsync("Add it");
        await officer.OpenAsync($"/meetings/{meeting}/agenda");
        await officer.TypeAsync("What is to be talked about?", "Budget");
        await officer.PressAsync("Add it");
        return meeting;
    }

    public async Task CirculateAsync(string meeting)
    {
        await using BrowserPerson officer = await AsAsync("business-unit-officer");
        await officer.OpenAsync($"/meetings/{meeting}");
        await officer.PressAsync("Circulate agenda and papers");
        await officer.SeesAsync("Circulated on");
    }

    /// <summary>All three seats are there; the decision that commissions a group is recorded; its id.</summary>
    public async Task<string> DecideAsync(string meeting)
    {
        await using BrowserPerson officer = await AsAsync("business-unit-officer");
        await NoteAsync(officer, meeting, Delegates[0], "Present");
        await officer.SeesAsync("The meeting is not quorate");
        await NoteAsync(officer, meeting, Delegates[1], "Present");
        await NoteAsync(officer, meeting, Delegates[2], "Present");
        await officer.SeesAsync("The meeting is quorate");
        await RecordAsync(officer, meeting, 1, "A group on neglect is commissioned.");
        await officer.OpenAsync($"/meetings/{meeting}");
        await officer.PictureAsync("meeting");
        await officer.FollowAsync("number 1");
        await officer.SeesAsync("Quorate.");
        await officer.SeesAsync("Assistant Chief Constable");
        await officer.PictureAsync("decision");
        return officer.IdAfter("/decisions/");
    }

    /// <summary>The police leave part-way: nothing is decided any more, and what was talked about can be recorded as such.</summary>
    public async Task LoseQuorumAsync(string meeting)
    {
        await using BrowserPerson officer = await AsAsync("business-unit-officer");
        await NoteAsync(officer, meeting, Delegates[2], "Left");
        await officer.SeesAsync("The meeting is not quorate");
        await RecordAsync(officer, meeting, 2, "The budget is adopted.");
        await officer.SeesAsync("There is a problem");
        await officer.TickAsync("Record it as discussed");
        await officer.PressAsync("Record it");
        await officer.OpenAsync($"/meetings/{meeting}");
        await officer.SeesAsync("Discussed, not decided");
    }

    /// <summary>A paper is given another text after it was circulated: both stand there, and the page says so.</summary>
    public async Task ChangeAPaperLateAsync(string meeting)
    {
        await using BrowserPerson officer = await AsAsync("business-unit-officer");
        await OpenItemAsync(officer, meeting, 1);
        await officer.UnfoldAsync("Add a paper");
        await officer.UploadAsync("File", "neglect.txt", "What we know of neglect, and a table.");
        await officer.ChooseAsync("It takes the place of", "neglect.txt");
        await officer.PressAsync("Add it");
        await officer.OpenAsync($"/meetings/{meeting}");
        await officer.SeesAsync("Changed late");
        await officer.SeesAsync("the text that was sent");
    }

    private static async Task NoteAsync(
        BrowserPerson officer,
        string meeting,
        string who,
        string what
    )
    {
        await officer.OpenAsync($"/meetings/{meeting}/attendance");
        await officer.ChooseAsync("Who?", who);
        await officer.TickAsync(what);
        await officer.PressAsync("Note it");
    }

    private static async Task RecordAsync(
        BrowserPerson officer,
        string meeting,
        int item,
        string text
    )
    {
        await OpenItemAsync(officer, meeting, item);
        await officer.TypeAsync("What was decided", text);
        await officer.PressAsync("Record it");
    }

    private static async Task OpenItemAsync(BrowserPerson officer, string meeting, int item)
    {
        await officer.OpenAsync($"/meetings/{meeting}");
        await officer.Page.Locator(".govuk-summary-card__actions a").Nth(item - 1).ClickAsync();
        await officer.SeesAsync($"Item {item}");
    }
}
