using Governance.Tests.Shared;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>
/// A challenge of the independent scrutineer up its whole ladder, as people live it: by pages in a browser, with script and without,
/// while the rehearsal's clock is moved.
/// </summary>
public sealed class ChallengeByPagesTests
{
    public static TheoryData<bool> Ways { get; } = Journeys.Ways(true);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Challenge_UpTheWholeLadder_IsLivedByPages(bool script)
    {
        await using BrowserStore store = new();
        await using HostProcess host = await HostProcess.StartAsync(store.Settings);
        await using Chromium chromium = await Chromium.StartAsync();
        ChallengeLife life = new(chromium, host.Address, script);

        string challenge = await life.RaiseAsync();
        await life.AnswerAsync(challenge);
        await life.RefuseToCloseAsync(challenge);
        await life.FindInadequateAsync(challenge);
        await life.PauseAsync(challenge);
        await life.ClimbBySilenceAsync(challenge);
        await life.TakeOutsideAsync(challenge);
        await life.CloseAsync(challenge);
        await life.ReadTheRegisterAsync();
    }
}
