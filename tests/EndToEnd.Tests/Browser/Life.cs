using Governance.Tests.Shared;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>The steps of a policy's life by pages, each by the person whose step it is.</summary>
internal sealed class Life(Chromium chromium, Uri host, bool script)
    : BrowserSteps(chromium, host, script)
{
    /// <summary>The business unit begins a policy, looks at it and saves it; its id.</summary>
    public async Task<string> DraftAsync(string title, string text)
    {
        await using BrowserPerson officer = await AsAsync("business-unit-officer");
        await officer.OpenAsync("/partnerships/example/policies");
        await officer.FollowAsync("Begin a policy");
        await officer.PressAsync("Save");
        await officer.SeesAsync("There is a problem");
        await officer.TypeAsync("Title", title);
        await officer.ChooseAsync("Kind of document", "Policy");
        await officer.TypeAsync("Summary", "What partners do together when a child is missing.");
        await officer.TypeAsync("Text", text);
        await officer.PressAsync("Preview");
        await officer.SeesAsync("How it will look");
        await officer.PictureAsync("draft");
        await officer.PressAsync("Save");
        await officer.SeesAsync(title);
        return officer.IdAfter("/policies/");
    }

    /// <summary>The partners' agencies are asked, answer, and get an answer.</summary>
    public async Task ConsultAsync(string policy)
    {
        await using (BrowserPerson officer = await AsAsync("business-unit-officer"))
        {
            await officer.OpenAsync($"/policies/{policy}/consultation");
            await officer.FollowAsync("Open a consultation");
            await officer.TickAsync("Every relevant agency");
            await officer.PressAsync("Open the consultation");
            await officer.SeesAsync("There is a problem");
            await officer.TypeAsync("How many working days", "10");
            await officer.PressAsync("Open the consultation");
            await officer.SeesAsync("10 working days left");
        }

        await using (BrowserPerson schools = await AsAsync("schools-representative"))
        {
            await schools.SeesAsync(PolicyByPagesTests.Title);
            await schools.OpenAsync($"/policies/{policy}/consultation");
            await schools.FollowAsync("Comment, or say you have none");
            await schools.TickAsync("I have a comment");
            await schools.TypeAsync("Your comment", "Say when the health service is told.");
            await schools.PressAsync("Send");
        }

        await using (BrowserPerson hospital = await AsAsync("hospital-representative"))
        {
            await hospital.OpenAsync($"/policies/{policy}/consultation/comment");
            await hospital.TickAsync("We have no comment");
            await hospital.PressAsync("Send");
        }

        await using BrowserPerson answering = await AsAsync("business-unit-officer");
        await answering.OpenAsync($"/policies/{policy}/consultation");
        await answering.PictureAsync("consultation");
        await answering.FollowAsync("Close it early");
        await answering.TypeAsync("Why is it closed", "Everybody who leads on this has answered.");
        await answering.PressAsync("Close it now");
        await answering.OpenAsync($"/policies/{policy}/request-sign-off");
        await answering.PressAsync("Ask the three seats to sign");
        await answering.SeesAsync("There is a problem");
        await answering.OpenAsync($"/policies/{policy}/consultation");
        await answering.FollowAsync("Decide");
        await answering.TickAsync("Accept it");
        await answering.TypeAsync("Why?", "The day matters to the health service.");
        await answering.PressAsync("Save the decision");
        await answering.SeesAsync("Accepted");
    }

    /// <summary>A new version is drafted that answers the comment, and what changed because of it can be read.</summary>
    public async Task ReviseAsync(string policy, string text)
    {
        await using BrowserPerson officer = await AsAsync("business-unit-officer");
        await officer.OpenAsync($"/policies/{policy}/draft");
        await officer.TypeAsync("Text", text);
        await officer.TickAsync("Schools");
        await officer.PressAsync("Save");
        await officer.OpenAsync($"/policies/{policy}/versions/1/changes/2");
        await officer.SeesAsync("The health service is told on the same day");
        await officer.SeesAsync("Say when the health service is told.");
        await officer.PictureAsync("changes");
    }

    /// <summary>The police reject the text with a reason; the next version answers it.</summary>
    public async Task RejectAsync(string policy)
    {
        string round = await AskForSignOffAsync(policy);
        await using (BrowserPerson superintendent = await AsAsync("police-delegate"))
        {
            await superintendent.OpenAsync("/home");
            await superintendent.PictureAsync("home");
            await superintendent.OpenAsync($"/sign-offs/{round}");
            await superintendent.FollowAsync("Reject this text");
            await superintendent.TypeAsync("Why do you reject it?", "Say who leads at night.");
            await superintendent.PressAsync("Continue");
            await superintendent.PressAsync("Reject for the police");
            await superintendent.OpenAsync($"/sign-offs/{round}");
            await superintendent.SeesAsync("Say who leads at night.");
        }

        await using BrowserPerson officer = await AsAsync("business-unit-officer");
        await officer.OpenAsync($"/policies/{policy}");
        await officer.SeesAsync("Revision");
        await officer.FollowAsync("Edit the draft");
        string text = await officer.Page.Locator("#body").InputValueAsync();
        await officer.TypeAsync("Text", text + "\nThe duty inspector leads at night.\n");
        await officer.PressAsync("Save");
    }

    /// <summary>The scrutineer comments, the three seats sign, and with the third signature it is published.</summary>
    public async Task SignAndPublishAsync(string policy)
    {
        string round = await AskForSignOffAsync(policy);
        await using (BrowserPerson scrutineer = await AsAsync("scrutineer"))
        {
            await scrutineer.OpenAsync($"/sign-offs/{round}");
            await scrutineer.FollowAsync("Comment for the scrutiny function");
            await scrutineer.TypeAsync("Your comment", "The voice of the child is heard in it.");
            await scrutineer.PressAsync("Add the comment");
        }

        await SignByAllThreeAsync(round, "The duty inspector leads at night");

        await using BrowserPerson officer = await AsAsync("business-unit-officer");
        await officer.OpenAsync($"/policies/{policy}");
        await officer.SeesAsync("Published");
        await officer.PictureAsync("policy");
        await officer.OpenAsync($"/policies/{policy}/map");
        await officer.PictureAsync("map");
    }

    /// <summary>The public reads what is in force, who signed it, and what proves it.</summary>
    public async Task ReadInLibraryAsync(string title)
    {
        await using BrowserPerson anybody = await AnybodyAsync();
        await anybody.OpenAsync("/partnerships/example/library");
        await anybody.FollowAsync(title);
        await anybody.SeesAsync("The duty inspector leads at night");
        await anybody.SeesAsync("Assistant Chief Constable");
        await anybody.PictureAsync("library");
        string slug = anybody.IdAfter("/library/");
        await anybody.OpenAsync($"/library/{slug}/certificate");
        await anybody.PictureAsync("certificate");
    }

    /// <summary>An agency confirms what it has done with the policy, and the business unit sees k of n.</summary>
    public async Task ConfirmCascadeAsync(string policy)
    {
        await using (BrowserPerson schools = await AsAsync("schools-representative"))
        {
            await schools.OpenAsync($"/policies/{policy}/cascade/schools");
            await schools.TickAsync("Staff are briefed");
            await schools.TickAsync("The website is updated");
            await schools.TickAsync("Our own policy is updated");
            await schools.TickAsync("Training is updated");
            await schools.PressAsync("Save");
        }

        await using BrowserPerson officer = await AsAsync("business-unit-officer");
        await officer.OpenAsync($"/policies/{policy}/cascade");
        await officer.SeesAsync("1 of 3");
        await officer.PictureAsync("cascade");
    }

    /// <summary>The inspector reads the record and has it verified.</summary>
    public async Task CheckRecordAsync()
    {
        await using BrowserPerson inspector = await AsAsync("inspector");
        await inspector.OpenAsync("/partnerships/example/record");
        await inspector.SeesAsync("Policy published");
        await inspector.PictureAsync("record");
        await inspector.FollowAsync("1");
        await inspector.SeesAsync("It stands in the tree of the checkpoint");
        await inspector.OpenAsync("/partnerships/example/record");
        await inspector.FollowAsync("Verify it");
        await inspector.PressAsync("Verify it now");
        await inspector.SeesAsync("The record verifies");
        await inspector.PictureAsync("verification");
    }

    private async Task<string> AskForSignOffAsync(string policy)
    {
        await using BrowserPerson officer = await AsAsync("business-unit-officer");
        await officer.OpenAsync($"/policies/{policy}");
        await officer.FollowAsync("Ask for sign-off");
        await officer.PressAsync("Ask the three seats to sign");
        await officer.Page.GotoAsync($"/policies/{policy}/request-sign-off");
        await officer.FollowAsync("Go to the sign-off");
        return officer.IdAfter("/sign-offs/");
    }
}
