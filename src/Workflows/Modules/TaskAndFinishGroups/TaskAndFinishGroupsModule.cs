using Governance.Engine.Activities;
using Governance.Engine.Instances;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Modules.Search;
using Governance.Modules.TaskAndFinishGroups.Activities;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.TaskAndFinishGroups;

public static class TaskAndFinishGroupsModule
{
    public static IServiceCollection AddTaskAndFinishGroups(this IServiceCollection services) =>
        services
            .AddGroupStandIns()
            .AddSingleton<Owing>()
            .AddSingleton<GroupPeople>()
            .AddSingleton<InstallGroupFramework>()
            .AddSingleton<IOnPartnershipEstablished>(provider =>
                provider.GetRequiredService<InstallGroupFramework>()
            )
            .AddSingleton<IOnPartnershipEvent, FollowGroupAppointments>()
            .AddSingleton<IOnClocksMoved, FollowMovedClocks>()
            .AddSingleton<ILockSubjects, GroupLock>()
            .AddSingleton<IReconcile, GroupReconciliation>()
            .AddGroupOperations()
            .AddTaskOperations()
            .AddSingleton<IEffectHandler, OpenDuty>()
            .AddSingleton<IEffectHandler, RemindOfDuty>()
            .AddSingleton<IEffectHandler, DutyLimitPassed>()
            .AddSingleton<IEffectHandler, CancelDuty>()
            .AddSingleton<IEffectHandler, AwaitSunset>()
            .AddSingleton<IEffectHandler, RemindOfSunset>()
            .AddSingleton<IEffectHandler, FollowGroupPeople>()
            .AddSingleton<Activity, AgreeTerms>()
            .AddSingleton<Activity, AwaitNewTerms>()
            .AddSingleton<Activity, GroupAtWork>()
            .AddSingleton<Activity, AwaitReport>()
            .AddSingleton<Activity, WatchPeople>()
            .AddSingleton<Activity, FillChair>()
            .AddSingleton<Activity, DecideOnSunsetStep>()
            .AddSingleton<Activity, AwaitClosure>()
            .AddSingleton<Activity, DecideOnClosureStep>()
            .AddSingleton<Activity, AwaitStandDown>()
            .AddSingleton<ISearchSource, SearchedGroups>()
            .AddSingleton<ISearchSource, SearchedGroupTasks>();

    private static IServiceCollection AddGroupOperations(this IServiceCollection services) =>
        services
            .AddSingleton<CommissionGroup>()
            .AddSingleton<SaveTerms>()
            .AddSingleton<ApproveTerms>()
            .AddSingleton<AddGroupMember>()
            .AddSingleton<EndGroupMember>()
            .AddSingleton<AppointChair>()
            .AddSingleton<NameVice>()
            .AddSingleton<ResignChair>()
            .AddSingleton<SubmitReport>()
            .AddSingleton<ProposeClosure>()
            .AddSingleton<DecideOnClosure>()
            .AddSingleton<DecideOnSunset>()
            .AddSingleton<StandDownGroup>();

    private static IServiceCollection AddTaskOperations(this IServiceCollection services) =>
        services
            .AddSingleton<AddGroupTask>()
            .AddSingleton<StartGroupTask>()
            .AddSingleton<CompleteGroupTask>()
            .AddSingleton<RollTaskForward>()
            .AddSingleton<ReassignGroupTask>()
            .AddSingleton<DropGroupTask>()
            .AddSingleton<BlockGroupTask>()
            .AddSingleton<UnblockGroupTask>()
            .AddSingleton<UpdateGroupTask>()
            .AddSingleton<SetTaskDependencies>();
}
