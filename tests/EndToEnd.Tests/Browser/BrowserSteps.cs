using Governance.Tests.Shared;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>Steps that people take at browsers, each by the person whose step it is.</summary>
internal abstract class BrowserSteps(Chromium chromium, Uri host, bool script)
{
    protected Task<BrowserPerson> AsAsync(string person) =>
        BrowserPerson.SignInAsync(chromium, host, person, script);

    protected Task<BrowserPerson> AnybodyAsync() =>
        BrowserPerson.AnybodyAsync(chromium, host, script);
}
