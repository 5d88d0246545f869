using Governance.Tests.Shared;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>What the three seats do with a change of the framework.</summary>
internal sealed class ChangeLife(Chromium chromium, Uri host)
    : BrowserSteps(chromium, host, script: true)
{
    /// <summary>Each reads why it is proposed and what it changes, and signs.</summary>
    public async Task SignAsync(string round, string why, string difference)
    {
        await using (BrowserPerson lead = await AsAsync("police-lead"))
        {
            await lead.OpenAsync($"/sign-offs/{round}");
            await lead.SeesAsync(why);
            await lead.PictureAsync("framework-change");
        }

        await SignByAllThreeAsync(round, difference);
    }
}
