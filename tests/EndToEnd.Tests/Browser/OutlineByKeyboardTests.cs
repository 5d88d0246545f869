using Governance.Tests.Shared;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>A workflow is read, written and published by people who use no mouse, with script and without.</summary>
public sealed class OutlineByKeyboardTests
{
    public static TheoryData<bool> Ways { get; } = Journeys.Ways(true);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Workflow_IsWrittenMendedAndPublished_ByKeyboardAlone(bool script)
    {
        await using BrowserStore store = new();
        await using HostProcess host = await HostProcess.StartAsync(store.Settings);
        await using Chromium chromium = await Chromium.StartAsync();
        OutlineLife life = new(chromium, host.Address, script);

        string workflow = await life.CopyAsync();
        await life.ChangeAsync(workflow);
        await life.ChangeAtOnceAsync(workflow);
        await life.PublishAsync(workflow);
    }
}
