using Governance.Tests.Shared;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>
/// A meeting, the group that it commissions, and the group's whole life, as people live them: by pages in a browser, with script
/// and without.
/// </summary>
public sealed class GroupByPagesTests
{
    public static TheoryData<bool> Ways { get; } = Journeys.Ways(true);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Group_FromTheMeetingThatCommissionsItToItsClosure_IsLivedByPages(bool script)
    {
        await using BrowserStore store = new();
        await using HostProcess host = await HostProcess.StartAsync(store.Settings);
        await using Chromium chromium = await Chromium.StartAsync();
        MeetingLife meeting = new(chromium, host.Address, script);
        GroupLife group = new(chromium, host.Address, script);

        string executive = await meeting.PlanAsync();
        await meeting.CirculateAsync(executive);
        string decision = await meeting.DecideAsync(executive);
        await meeting.LoseQuorumAsync(executive);
        await meeting.ChangeAPaperLateAsync(executive);

        string neglect = await group.CommissionAsync(decision);
        await group.StaffAsync(neglect);
        await group.ApproveTermsAsync(neglect);
        string first = await group.AddTasksAsync(neglect);
        await group.RefuseACircleAsync(first);
        await group.RollForwardAsync(first);
        await group.ResignAsync(neglect);
        await group.CompleteAsync(first);
        await group.CloseAsync(neglect);
    }
}
