using Governance.Tests.Shared;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>A workflow of the partnership's own is written by keyboard alone, and published by a second person.</summary>
internal sealed class OutlineLife(Chromium chromium, Uri host, bool script)
    : BrowserSteps(chromium, host, script)
{
    private const string Name = "Procedure with a reply";

    /// <summary>Begins a copy of a workflow of the framework; its address.</summary>
    public async Task<string> CopyAsync()
    {
        await using BrowserPerson officer = await AsAsync("business-unit-officer");
        await officer.OpenAsync("/partnerships/example/definitions");
        await officer.EnterAsync("Begin a workflow");
        await officer.WriteAsync("What is it called?", Name);
        await officer.PickAsync("What does it begin with?", "As in ‘A written procedure’");
        await officer.EnterAsync("Begin it");
        await officer.SeesAsync("Nothing stands against publishing");
        return new Uri(officer.Page.Url).AbsolutePath;
    }

    /// <summary>A step is added, given and connected; the objections are read and mended.</summary>
    public async Task ChangeAsync(string workflow)
    {
        await using BrowserPerson officer = await AsAsync("business-unit-officer");
        await officer.OpenAsync(workflow);
        await officer.EnterAsync("Add a step after it: Start");
        await officer.AnswerAsync("Await the stage", "Event");
        await officer.EnterAsync("Continue");
        await officer.WriteAsync("What it is called", "The reply");
        await officer.WriteAsync("Event name", "Reply");
        await officer.PickAsync("Where does it lead?", "Nowhere yet");
        await officer.EnterAsync("Add the step");
        await officer.SeesAsync("against publishing this text");
        await officer.SeesAsync("is never reached");
        await officer.PictureAsync("outline-objections");

        await officer.EnterAsync("Change 1. The reply");
        await officer.WriteAsync(
            "No limit, because",
            "Whoever is asked may take the time they need."
        );
        await officer.EnterAsync("Save the step");
        await officer.EnterAsync("Change 1. The reply");
        await officer.PickAsync("Where does it lead?", "2 ");
        await officer.EnterAsync("Connect");
        await officer.SeesAsync("Nothing stands against publishing");
        await officer.PictureAsync("outline");
    }

    /// <summary>Two people change it at once: the later one sees what the earlier one changed, and both changes stay.</summary>
    public async Task ChangeAtOnceAsync(string workflow)
    {
        await using BrowserPerson officer = await AsAsync("business-unit-officer");
        await using BrowserPerson manager = await AsAsync("business-unit-manager");
        await officer.OpenAsync(workflow + "/details");
        await manager.OpenAsync(workflow);
        await manager.EnterAsync("Change 1. The reply");
        await manager.WriteAsync("What it is called", "The written reply");
        await manager.EnterAsync("Save the step");

        await officer.WriteAsync("What it says of itself", "Agreed in writing, after a reply.");
        await officer.EnterAsync("Save");
        await officer.SeesAsync("Somebody else has changed this workflow meanwhile");
        await officer.SeesAsync("is now called ‘The written reply’");
        await officer.EnterAsync("Save");
        await officer.SeesAsync("Agreed in writing, after a reply.");
        await officer.SeesAsync("The written reply");
    }

    /// <summary>Proposed by one, agreed by another.</summary>
    public async Task PublishAsync(string workflow)
    {
        await using (BrowserPerson officer = await AsAsync("business-unit-officer"))
        {
            await officer.OpenAsync(workflow);
            await officer.EnterAsync("Propose to publish it");
            await officer.WriteAsync("Why?", "Letters are answered in writing now.");
            await officer.EnterAsync("Propose to publish it");
            await officer.SeesAsync("waits for a second person");
        }

        await using BrowserPerson manager = await AsAsync("business-unit-manager");
        await manager.OpenAsync("/approvals");
        await manager.EnterAsync($"Publish the workflow “{Name}”");
        await manager.SeesAsync("Letters are answered in writing now.");
        await manager.TabToAsync("Approve");
        await manager.Page.Keyboard.PressAsync("Space");
        await manager.EnterAsync("Continue");
        await manager.EnterAsync("Approve it");
        await manager.OpenAsync(workflow);
        await manager.SeesAsync("Version 1 is published");
    }
}
