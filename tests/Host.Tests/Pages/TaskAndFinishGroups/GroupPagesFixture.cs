namespace Governance.Tests.Host.Pages.TaskAndFinishGroups;

/// <summary>A host on a working day on which nothing has been commissioned yet.</summary>
public sealed class GroupPagesFixture : RunningHost, IAsyncLifetime
{
    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await SetClockAsync("2027-02-03T09:00:00Z");
    }
}
