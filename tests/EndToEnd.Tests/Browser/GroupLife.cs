using Governance.Tests.Shared;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>A task and finish group by pages, from its commission to its closure.</summary>
internal sealed class GroupLife(Chromium chromium, Uri host, bool script)
    : BrowserSteps(chromium, host, script)
{
    private const string Chair = "group-chair";
    private const string Vice = "group-member-one";

    private static readonly DateOnly Today = new(2026, 11, 2);

    /// <summary>By a decision of the executive, for the police; its id.</summary>
    public async Task<string> CommissionAsync(string decision)
    {
        await using BrowserPerson officer = await AsAsync("business-unit-officer");
        await officer.OpenAsync($"/partnerships/example/groups/new?decision={decision}");
        await officer.PressAsync("Commission the group");
        await officer.SeesAsync("There is a problem");
        await officer.TypeAsync("Name of the group", "Neglect review");
        await officer.TypeAsync("What is it for?", "Find out why neglect is noticed late.");
        await officer.TypeAsync("Deliverables", "A report with recommendations");
        await officer.TickAsync("Police");
        await officer.DateAsync("By when are the deliverables due?", new DateOnly(2027, 3, 31));
        await officer.DateAsync("Sunset date", new DateOnly(2027, 4, 30));
        await officer.PressAsync("Commission the group");
        await officer.SeesAsync("decision 1");
        return officer.IdAfter("/groups/");
    }

    /// <summary>The business unit brings members in; the police lead, who commissions, appoints the chair.</summary>
    public async Task StaffAsync(string group)
    {
        await using (BrowserPerson officer = await AsAsync("business-unit-officer"))
        {
            await BringInAsync(officer, group, "Representative of the Schools", "Schools");
            await BringInAsync(officer, group, "Practice Lead for Early Help", null);
        }

        await using BrowserPerson lead = await AsAsync("police-lead");
        await lead.OpenAsync($"/groups/{group}/chair");
        await lead.ChooseAsync("Who chairs the group?", "Chair of the Neglect");
        await lead.DateAsync("From which day?", Today);
        await lead.ChooseAsync("Who stands in", "Practice Lead for Early Help");
        await lead.PressAsync("Appoint");
        await lead.SeesAsync("Practice Lead for Early Help");
    }

    public async Task ApproveTermsAsync(string group)
    {
        await using BrowserPerson lead = await AsAsync("police-lead");
        await lead.OpenAsync("/home");
        await lead.SeesAsync("Neglect review");
        await lead.OpenAsync($"/groups/{group}");
        await lead.FollowAsync("Read and approve the terms of reference");
        await lead.PressAsync("Approve version 1");
        await lead.OpenAsync($"/groups/{group}");
        await lead.PictureAsync("group");
    }

    /// <summary>The chair adds two tasks, the second waiting for the first; the first's id.</summary>
    public async Task<string> AddTasksAsync(string group)
    {
        await using BrowserPerson chair = await AsAsync(Chair);
        await chair.OpenAsync($"/groups/{group}");
        await chair.FollowAsync("Add a task");
        await chair.TypeAsync("What is to be done?", "Read the case audits");
        await chair.ChooseAsync("Who does it?", "Representative of the Schools");
        await chair.TypeAsync("In how many working days", "10");
        await chair.PressAsync("Add the task");
        await chair.OpenAsync($"/groups/{group}/tasks/new");
        await chair.TypeAsync("What is to be done?", "Write the report");
        await chair.ChooseAsync("Who does it?", "Practice Lead for Early Help");
        await chair.TypeAsync("In how many working days", "30");
        await chair.UnfoldAsync("It has to wait for other tasks");
        await chair.TickAsync("1. Read the case audits");
        await chair.PressAsync("Add the task");
        await chair.OpenAsync($"/groups/{group}/timeline");
        await chair.PictureAsync("timeline");
        await chair.OpenAsync($"/groups/{group}/board");
        await chair.OpenAsync($"/groups/{group}/tasks");
        await chair.FollowAsync("1. Read the case audits");
        return chair.IdAfter("/group-tasks/");
    }

    public async Task RefuseACircleAsync(string task)
    {
        await using BrowserPerson chair = await AsAsync(Chair);
        await chair.OpenAsync($"/group-tasks/{task}/dependencies");
        await chair.TickAsync("2. Write the report");
        await chair.PressAsync("Save");
        await chair.SeesAsync("There is a problem");
    }

    /// <summary>Not without an update.</summary>
    public async Task RollForwardAsync(string task)
    {
        await using BrowserPerson schools = await AsAsync("schools-representative");
        await schools.OpenAsync($"/group-tasks/{task}");
        await schools.PressAsync("Start it");
        await schools.FollowAsync("Roll the date forward");
        await schools.DateAsync("New date", new DateOnly(2026, 12, 1));
        await schools.PressAsync("Roll it forward");
        await schools.SeesAsync("There is a problem");
        await schools.TypeAsync("What has been done", "Two of five are read.");
        await schools.PressAsync("Roll it forward");
        await schools.SeesAsync("Two of five are read.");
    }

    /// <summary>The chair resigns at once, and the vice-chair stands in with what was asked of the chair.</summary>
    public async Task ResignAsync(string group)
    {
        await using (BrowserPerson chair = await AsAsync(Chair))
        {
            await chair.OpenAsync($"/groups/{group}");
            await chair.FollowAsync("Resign as chair");
            await chair.DateAsync("From which day", Today);
            await chair.PressAsync("Resign");
        }

        await using BrowserPerson vice = await AsAsync(Vice);
        await vice.OpenAsync($"/groups/{group}");
        await vice.SeesAsync("the vice-chair, who stands in until a chair is appointed");
        await vice.OpenAsync($"/groups/{group}/reports/new");
        await vice.PressAsync("Submit the report");
        await vice.OpenAsync($"/groups/{group}/reports");
        await vice.UnfoldAsync("Read report 1");
        await vice.SeesAsync("Read the case audits");
    }

    public async Task CompleteAsync(string task)
    {
        await using BrowserPerson schools = await AsAsync("schools-representative");
        await schools.OpenAsync($"/group-tasks/{task}");
        await schools.FollowAsync("Complete it");
        await schools.TypeAsync("What shows that it is done", "The audit note, paper 3.");
        await schools.PressAsync("Complete it");
        await schools.SeesAsync("The audit note, paper 3.");
    }

    /// <summary>No task may be forgotten; the commissioner accepts; what was left is an action of whoever took it on.</summary>
    public async Task CloseAsync(string group)
    {
        await using (BrowserPerson vice = await AsAsync(Vice))
        {
            await vice.OpenAsync($"/groups/{group}/closure");
            await vice.TypeAsync("1. A report with recommendations", "It is in draft.");
            await vice.TypeAsync("Lessons", "Ask the schools first.");
            await vice.PressAsync("Propose the closure");
            await vice.SeesAsync("There is a problem");
            await vice.ChooseAsync("2. Write the report", "The local authority seat");
            await vice.PressAsync("Propose the closure");
        }

        await using BrowserPerson lead = await AsAsync("police-lead");
        await lead.OpenAsync($"/groups/{group}");
        await lead.FollowAsync("Decide on the closure");
        await lead.TickAsync("Accept");
        await lead.PressAsync("Decide");
        await lead.OpenAsync($"/groups/{group}");
        await lead.SeesAsync("Dissolved");
        await lead.OpenAsync("/partnerships/example/actions");
        await lead.SeesAsync("Write the report");
    }

    private static async Task BringInAsync(
        BrowserPerson officer,
        string group,
        string person,
        string? agency
    )
    {
        await officer.OpenAsync($"/groups/{group}/members/new");
        await officer.ChooseAsync("Somebody who holds", person);
        if (agency is not null)
        {
            await officer.ChooseAsync("From which agency?", agency);
        }

        await officer.DateAsync("First day", Today);
        await officer.PressAsync("Bring them in");
        await officer.SeesAsync(person);
    }
}
