using Governance.Tests.Shared;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>A professional challenge by pages, from an agency's link to the themes.</summary>
internal sealed class EscalationLife(Chromium chromium, Uri host, bool script)
    : BrowserSteps(chromium, host, script)
{
    private const string List = "/partnerships/example/escalations";

    /// <summary>The schools make a link for their people; its key.</summary>
    public async Task<string> MakeALinkAsync()
    {
        await using BrowserPerson schools = await AsAsync("schools-representative");
        await schools.OpenAsync("/partnerships/example/contacts");
        await schools.PressAsync("Make a link");
        await schools.SeesAsync("The link, told once");
        return await KeyOnAsync(schools);
    }

    /// <summary>Somebody of the schools, without an account, challenges the hospital; a postcode is pointed out. The status key.</summary>
    public async Task<string> RaiseAsync(string link)
    {
        await using BrowserPerson teacher = await AnybodyAsync();
        await teacher.OpenAsync("/raise");
        await teacher.SeesAsync("If a child is at immediate risk");
        await teacher.PressAsync("Continue");
        await teacher.SeesAsync("There is a problem");
        await teacher.TypeAsync("Key of your agency", link);
        await teacher.PressAsync("Continue");
        await teacher.SeesAsync("Schools");
        await teacher.TickAsync("Three times five working days");
        await teacher.ChooseAsync("Whose decision do you challenge?", "Hospital");
        await teacher.TypeAsync("Case reference", "SCH-2026-114");
        await teacher.TypeAsync("What do you disagree with", "The child of LN1 1AA was sent home.");
        await teacher.ChooseAsync("What is it about?", "Thresholds");
        await teacher.PressAsync("Raise the challenge");
        await teacher.SeesAsync("There is a problem");
        await teacher.SeesAsync("postcode");
        await teacher.TypeAsync("What do you disagree with", "The child was sent home too soon.");
        await teacher.PressAsync("Raise the challenge");
        await teacher.SeesAsync("Keep this key");
        await teacher.PictureAsync("raised");
        string key = await KeyOnAsync(teacher);
        await teacher.FollowAsync("See where it stands");
        await teacher.SeesAsync("It waits for an answer");
        return key;
    }

    /// <summary>The hospital acknowledges and answers.</summary>
    public async Task AnswerAsync()
    {
        await using BrowserPerson hospital = await AsAsync("hospital-representative");
        await hospital.OpenAsync("/home");
        await hospital.FollowAsync("Answer");
        await hospital.PressAsync("Acknowledge");
        await AnswerHereAsync(hospital, "The child was well enough to go.");
    }

    public async Task IsNotSatisfiedAsync(string key)
    {
        await using BrowserPerson teacher = await WithKeyAsync(key);
        await teacher.SeesAsync("The child was well enough to go.");
        await teacher.SeesAsync("How this date was counted");
        await teacher.TickAsync("No");
        await teacher.PressAsync("Send");
        await teacher.SeesAsync("There is a problem");
        await teacher.TypeAsync("What is still open?", "Nobody had asked the school.");
        await teacher.PressAsync("Send");
        await teacher.SeesAsync("It waits for an answer");
    }

    /// <summary>Nobody answers the second stage: its limit passes, and the third is asked.</summary>
    public async Task ClimbBySilenceAsync()
    {
        await SetClockAsync("2026-11-10T09:00:00Z");
        await using BrowserPerson officer = await AsAsync("business-unit-officer");
        await officer.OpenAsync(List);
        await officer.SeesAsync("stage 3");
        await officer.FollowAsync("Professional challenge 1");
        await officer.PictureAsync("professional-challenge");
        await officer.FollowAsync("How this date was counted");
        await officer.SeesAsync("Day by day");
    }

    public async Task AnswerAsLastAsync()
    {
        await using BrowserPerson hospital = await AsAsync("hospital-representative");
        await hospital.OpenAsync("/home");
        await hospital.FollowAsync("Answer");
        await AnswerHereAsync(hospital, "We were wrong: the school is asked from now on.");
    }

    public async Task IsSatisfiedAsync(string key)
    {
        await using BrowserPerson teacher = await WithKeyAsync(key);
        await teacher.TickAsync("Yes");
        await teacher.PressAsync("Send");
        await teacher.SeesAsync("It is resolved");
    }

    public async Task ReadTheThemesAsync()
    {
        await using BrowserPerson scrutineer = await AsAsync("scrutineer");
        await scrutineer.OpenAsync(List + "/themes");
        await scrutineer.SeesAsync("1 challenge was raised");
        await scrutineer.SeesAsync("Thresholds");
        await scrutineer.PictureAsync("themes");
    }

    private static async Task AnswerHereAsync(BrowserPerson hospital, string text)
    {
        await hospital.FollowAsync("Answer");
        await hospital.Page.Locator("main textarea").First.FillAsync(text);
        await hospital.PressAsync("Send");
        await hospital.SeesAsync(text);
    }

    private async Task<BrowserPerson> WithKeyAsync(string key)
    {
        BrowserPerson teacher = await AnybodyAsync();
        await teacher.OpenAsync("/status");
        await teacher.TypeAsync("Status key", key);
        await teacher.PressAsync("Continue");
        return teacher;
    }

    /// <summary>The key that the page tells once, alone or at the end of a link.</summary>
    private static async Task<string> KeyOnAsync(BrowserPerson person)
    {
        string told = await person.Page.Locator("main code").First.InnerTextAsync();
        return told.Trim()[^64..];
    }
}
