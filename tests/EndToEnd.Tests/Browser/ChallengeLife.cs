using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Tests.Shared;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>A challenge of the scrutineer by pages, from raising it to the public register.</summary>
internal sealed class ChallengeLife(Chromium chromium, Uri host, bool script)
    : BrowserSteps(chromium, host, script)
{
    private const string Matter = "No plan for children who go missing";

    /// <summary>To the police and the council, at 09:00 of Monday 2 November 2026; its id.</summary>
    public async Task<string> RaiseAsync()
    {
        await using BrowserPerson scrutineer = await AsAsync("scrutineer");
        await scrutineer.OpenAsync("/partnerships/example/challenges");
        await scrutineer.FollowAsync("Raise a challenge");
        await scrutineer.PressAsync("Continue");
        await scrutineer.SeesAsync("There is a problem");
        await scrutineer.TickAsync("Something else");
        await scrutineer.TypeAsync("What, in a few words?", Matter);
        await scrutineer.TypeAsync("The question", "Why is there no plan?");
        await scrutineer.TickAsync("Local authority");
        await scrutineer.TickAsync("Police");
        await scrutineer.TickAsync("High");
        await scrutineer.TypeAsync("What the public register says", "Why there is no plan.");
        await scrutineer.PressAsync("Continue");
        await scrutineer.SeesAsync("Check the challenge");
        await scrutineer.PressAsync("Raise the challenge");
        await scrutineer.SeesAsync(Matter);
        string challenge = scrutineer.IdAfter("/challenges/");
        await scrutineer.FollowAsync("Add files to the evidence");
        await scrutineer.UploadAsync("File", "audits.txt", "What the audits of 2026 found.");
        await scrutineer.TypeAsync("Why does it matter?", "It names what is missing.");
        await scrutineer.PressAsync("Add it");
        await scrutineer.SeesAsync("audits.txt");
        await scrutineer.OpenAsync($"/challenges/{challenge}");
        await scrutineer.SeesAsync("audits.txt");
        await scrutineer.PictureAsync("challenge");
        return challenge;
    }

    /// <summary>The police acknowledge and answer with an action; the council says nothing.</summary>
    public async Task AnswerAsync(string challenge)
    {
        await using BrowserPerson police = await AsAsync("police-delegate");
        await police.OpenAsync("/home");
        await police.SeesAsync("Answer a challenge for the police");
        await police.OpenAsync($"/challenges/{challenge}");
        await police.FollowAsync("Acknowledge");
        await police.PressAsync("Acknowledge");
        await police.OpenAsync($"/challenges/{challenge}");
        await police.FollowAsync("Answer");
        await police.PressAsync("Send the answer");
        await police.SeesAsync("There is a problem");
        await police.TickAsync("Accept it in part");
        await police.TypeAsync("The answer", "There is a plan for most of them.");
        await police.TypeAsync("What is to be done?", "Write the rest of the plan");
        await police.ChooseAsync("Who does it?", "The police seat");
        await police.DateAsync("Action 1", new DateOnly(2026, 12, 1));
        await police.PressAsync("Send the answer");
        await police.SeesAsync("Waits for assessment");
        await police.SeesAsync("Write the rest of the plan");
    }

    /// <summary>Nobody else closes it, neither by its page nor by the API; the scrutineer sees who tried.</summary>
    public async Task RefuseToCloseAsync(string challenge)
    {
        await using (BrowserPerson lead = await AsAsync("police-lead"))
        {
            await lead.OpenAsync($"/challenges/{challenge}");
            Assert.DoesNotContain("Close it", await lead.ReadAsync());
            Assert.Equal(
                403,
                (await lead.Page.GotoAsync($"/challenges/{challenge}/closure"))!.Status
            );
        }

        using HttpClient http = new() { BaseAddress = Host };
        JsonObject token = (
            await (
                await http.PostAsJsonAsync("/rehearsal/token", new { person = "police-lead" })
            ).Content.ReadFromJsonAsync<JsonObject>()
        )!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            (string)token["accessToken"]!
        );
        using HttpResponseMessage refused = await http.PostAsJsonAsync(
            $"/api/challenges/{challenge}/closure",
            new { reason = "We have answered." }
        );
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        await using BrowserPerson scrutineer = await AsAsync("scrutineer");
        await scrutineer.OpenAsync($"/challenges/{challenge}");
        await scrutineer.SeesAsync("What others tried and were refused");
        await scrutineer.SeesAsync("Chief Constable");
    }

    /// <summary>An inadequate answer takes the police to the chair; their own delegate chairs, so that another is asked.</summary>
    public async Task FindInadequateAsync(string challenge)
    {
        await using BrowserPerson scrutineer = await AsAsync("scrutineer");
        await scrutineer.OpenAsync($"/challenges/{challenge}");
        await scrutineer.FollowAsync("Assess the answer");
        await scrutineer.TickAsync("No");
        await scrutineer.TypeAsync("Why?", "Most is not all.");
        await scrutineer.PressAsync("Continue");
        await scrutineer.PressAsync("Record the assessment");
        await scrutineer.SeesAsync("Assessed as inadequate");
        await scrutineer.SeesAsync("Partnership chair");
    }

    /// <summary>The scrutineer lets the council's clock stand still, and its receipt says so.</summary>
    public async Task PauseAsync(string challenge)
    {
        await using BrowserPerson scrutineer = await AsAsync("scrutineer");
        await scrutineer.OpenAsync($"/challenges/{challenge}");
        await scrutineer.FollowAsync("16 November 2026 at 5pm");
        await scrutineer.UnfoldAsync("Pause this clock");
        await scrutineer.PressAsync("Pause it");
        await scrutineer.SeesAsync("There is a problem");
        await scrutineer.TickAsync("a court or a coroner");
        await scrutineer.DateAsync("On which day does it run again?", new DateOnly(2026, 11, 9));
        await scrutineer.PressAsync("Pause it");
        await scrutineer.SeesAsync("Stands still now");
        await scrutineer.SeesAsync("The clock stood still");
        await scrutineer.PictureAsync("pause");
        await scrutineer.PressAsync("Let it run again");
        await scrutineer.SeesAsync("16 November 2026 at 5pm");
    }

    /// <summary>Nobody answers: chair, leads, and then the ladder is used up.</summary>
    public async Task ClimbBySilenceAsync(string challenge)
    {
        await SetClockAsync("2026-12-21T09:00:00Z");
        await using BrowserPerson scrutineer = await AsAsync("scrutineer");
        await scrutineer.OpenAsync($"/challenges/{challenge}");
        await scrutineer.SeesAsync("Not answered in time");
        await scrutineer.SeesAsync("The three leads");
        await scrutineer.SeesAsync("Ladder used up");
        await scrutineer.PictureAsync("ladder");
    }

    public async Task TakeOutsideAsync(string challenge)
    {
        await using BrowserPerson scrutineer = await AsAsync("scrutineer");
        await scrutineer.OpenAsync($"/challenges/{challenge}");
        await scrutineer.FollowAsync("Record the step outside");
        await scrutineer.TypeAsync("To whom?", "The national panel");
        await scrutineer.TypeAsync("What was sent, when and how?", "A letter, today.");
        await scrutineer.PressAsync("Record it");
        await scrutineer.SeesAsync("Taken outside, to The national panel");
    }

    public async Task CloseAsync(string challenge)
    {
        await using BrowserPerson scrutineer = await AsAsync("scrutineer");
        await scrutineer.OpenAsync($"/challenges/{challenge}");
        await scrutineer.FollowAsync("Close it");
        await scrutineer.TypeAsync("Why?", "The panel has taken it on.");
        await scrutineer.PressAsync("Continue");
        await scrutineer.PressAsync("Close the challenge");
        await scrutineer.SeesAsync("is closed");
        await scrutineer.SeesAsync("Closed");
    }

    /// <summary>Anybody reads what was challenged, whom, and what became of it.</summary>
    public async Task ReadTheRegisterAsync()
    {
        await using BrowserPerson anybody = await AnybodyAsync();
        await anybody.OpenAsync("/partnerships/example/register");
        await anybody.SeesAsync(Matter);
        await anybody.SeesAsync("Why there is no plan.");
        await anybody.SeesAsync("Closed");
        await anybody.PictureAsync("register");
    }
}
