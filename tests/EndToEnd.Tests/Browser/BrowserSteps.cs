using System.Net.Http.Json;
using Governance.Tests.Shared;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>Steps that people take at browsers, each by the person whose step it is.</summary>
internal abstract class BrowserSteps(Chromium chromium, Uri host, bool script)
{
    private static readonly (string Person, string Seat)[] Signers =
    [
        ("local-authority-delegate", "the local authority"),
        ("board-delegate", "the integrated care board"),
        ("police-delegate", "the police"),
    ];

    protected Uri Host => host;

    /// <summary>Each delegate reads what is to be signed, of which one part is named, and signs it.</summary>
    protected async Task SignByAllThreeAsync(string round, string read)
    {
        foreach ((string person, string seat) in Signers)
        {
            await using BrowserPerson signer = await AsAsync(person);
            await signer.OpenAsync($"/sign-offs/{round}");
            await signer.SeesAsync(read);
            await signer.PictureAsync("sign-off");
            await signer.FollowAsync($"Sign for {seat}");
            await signer.PictureAsync("sign");
            await signer.PressAsync($"Sign for {seat}");
            await signer.SeesAsync("You have signed");
        }
    }

    /// <summary>Sets the rehearsal's clock; what is due by then is done before it answers.</summary>
    protected async Task SetClockAsync(string now)
    {
        using HttpClient http = new() { BaseAddress = host };
        using HttpResponseMessage answer = await http.PutAsJsonAsync(
            "/rehearsal/clock",
            new { now }
        );
        answer.EnsureSuccessStatusCode();
    }

    protected Task<BrowserPerson> AsAsync(string person) =>
        BrowserPerson.SignInAsync(chromium, host, person, script);

    protected Task<BrowserPerson> AnybodyAsync() =>
        BrowserPerson.AnybodyAsync(chromium, host, script);
}
