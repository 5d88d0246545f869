using System.Net.Http.Json;
using Governance.Tests.Shared;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>Steps that people take at browsers, each by the person whose step it is.</summary>
internal abstract class BrowserSteps(Chromium chromium, Uri host, bool script)
{
    protected Uri Host => host;

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
