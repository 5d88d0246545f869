using Governance.Contracts;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Framework;

/// <summary>The lives that a group can have, by the name of their recording: each returns the group's id.</summary>
internal static class GroupLives
{
    public static IReadOnlyDictionary<string, Func<PolicyWorld, Task<string>>> All { get; } =
        new Dictionary<string, Func<PolicyWorld, Task<string>>>
        {
            ["accepted-at-once"] = AcceptedAsync,
            ["chair-resigned-and-vice-stood-in"] = ResignedAsync,
            ["chair-vacant-and-filled"] = VacantAsync,
            ["report-missed-and-terms-changed"] = MissedAsync,
            ["extended-then-closed-down"] = ExtendedAsync,
            ["returned-and-accepted"] = ReturnedAsync,
            ["stood-down"] = StoodDownAsync,
            ["terms-overdue"] = OverdueAsync,
        };

    private static async Task<string> AcceptedAsync(PolicyWorld world)
    {
        string group = await world.GroupAtWorkAsync();
        Good(await world.ProposeClosureAsync(group));
        Good(await world.DecideClosureAsync(group));
        return group;
    }

    private static async Task<string> ResignedAsync(PolicyWorld world)
    {
        string group = await world.GroupAtWorkAsync();
        Good(await world.ResignAsync(group, "council-deputy", new DateOnly(2027, 2, 12)));
        await world.GoToAsync(At(2027, 2, 12, 0));
        return group;
    }

    private static async Task<string> VacantAsync(PolicyWorld world)
    {
        string group = await world.GroupAtWorkAsync(withVice: false);
        Good(await world.ResignAsync(group, "council-deputy"));
        await world.GoToAsync(At(2027, 2, 8));
        await world.GoToAsync(At(2027, 2, 10, 17, 0, 1));
        Good(await world.ChairAsync(group, "practitioner"));
        return group;
    }

    private static async Task<string> MissedAsync(PolicyWorld world)
    {
        string group = await world.GroupAtWorkAsync();
        await world.GoToAsync(At(2027, 2, 24));
        Good(await world.ReportAsync(group));
        await world.GoToAsync(At(2027, 4, 5));
        Good(
            await world
                .Store.Get<Governance.Modules.TaskAndFinishGroups.SaveTerms>()
                .HandleAsync(
                    new Governance.Storage.ActCaller("council-deputy"),
                    group,
                    new TermsOfReferenceBody("## Purpose\n\nOnly schools.")
                )
        );
        Good(await world.ApproveTermsAsync(group));
        return group;
    }

    private static async Task<string> ExtendedAsync(PolicyWorld world)
    {
        string group = await world.GroupAtWorkAsync();
        await world.GoToAsync(At(2027, 10, 1));
        Good(await world.SunsetAsync(group, new DateOnly(2027, 12, 17)));
        Good(await world.SunsetAsync(group, new DateOnly(2027, 12, 20)));
        await world.GoToAsync(At(2027, 12, 21));
        Good(await world.SunsetAsync(group, extendedTo: null));
        Good(await world.ProposeClosureAsync(group));
        Good(await world.DecideClosureAsync(group));
        return group;
    }

    private static async Task<string> ReturnedAsync(PolicyWorld world)
    {
        string group = await world.GroupAtWorkAsync();
        Good(await world.ProposeClosureAsync(group));
        Good(await world.DecideClosureAsync(group, false, reason: "No guidance yet."));
        Good(await world.ProposeClosureAsync(group));
        Good(await world.DecideClosureAsync(group));
        return group;
    }

    private static async Task<string> StoodDownAsync(PolicyWorld world)
    {
        string group = await world.GroupAtWorkAsync();
        Good(await world.StandDownAsync(group));
        return group;
    }

    private static async Task<string> OverdueAsync(PolicyWorld world)
    {
        string group = (await world.CommissionAsync()).Id;
        Good(await world.ChairAsync(group, "council-deputy"));
        await world.GoToAsync(At(2027, 2, 17, 17, 0, 1));
        Good(await world.ApproveTermsAsync(group));
        return group;
    }
}
