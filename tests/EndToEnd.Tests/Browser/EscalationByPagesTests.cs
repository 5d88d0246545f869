using Governance.Tests.Shared;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>
/// A professional challenge up its ladder, as people live it: raised and concluded without an account, by pages in a browser, with
/// script and without, while the rehearsal's clock is moved.
/// </summary>
public sealed class EscalationByPagesTests
{
    public static TheoryData<bool> Ways { get; } = Journeys.Ways(false);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ProfessionalChallenge_RaisedByALink_IsLivedByPages(bool script)
    {
        await using BrowserStore store = new();
        await using HostProcess host = await HostProcess.StartAsync(store.Settings);
        await using Chromium chromium = await Chromium.StartAsync();
        EscalationLife life = new(chromium, host.Address, script);

        string link = await life.MakeALinkAsync();
        string key = await life.RaiseAsync(link);
        await life.AnswerAsync();
        await life.IsNotSatisfiedAsync(key);
        await life.ClimbBySilenceAsync();
        await life.AnswerAsLastAsync();
        await life.IsSatisfiedAsync(key);
        await life.ReadTheThemesAsync();
    }
}
