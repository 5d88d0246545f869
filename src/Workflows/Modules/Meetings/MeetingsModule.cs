using Governance.Engine.Activities;
using Governance.Engine.Instances;
using Governance.Modules.Asks;
using Governance.Modules.Meetings.Activities;
using Governance.Modules.Partnerships;
using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Meetings;

public static class MeetingsModule
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) =>
        services
            .AddStructure()
            .AddProcedures()
            .AddSearched()
            .AddSingleton<PlanMeeting>()
            .AddSingleton<RescheduleMeeting>()
            .AddSingleton<AddToAgenda>()
            .AddSingleton<AddPaper>()
            .AddSingleton<ReplacePaper>()
            .AddSingleton<CirculateMeeting>()
            .AddSingleton<NoteAttendance>()
            .AddSingleton<DeclareOnItem>()
            .AddSingleton<RecordDecision>()
            .AddSingleton<CloseMeeting>()
            .AddSingleton<CancelMeeting>()
            .AddSingleton<OpenAction>()
            .AddSingleton<CompleteAction>()
            .AddSingleton<VerifyAction>()
            .AddSingleton<SaveMinutes>()
            .AddSingleton<AgreeMinutes>()
            .AddSingleton<PublishMinutes>()
            .AddSingleton<IFeedSource, MeetingsFeed>()
            .AddSingleton<ISchemaPart, UnchangedDecisions>()
            .AddSingleton<IReconcile, MeetingsReconciliation>();

    private static IServiceCollection AddStructure(this IServiceCollection services) =>
        services
            .AddSingleton<InstallStructure>()
            .AddSingleton<IOnPartnershipEstablished>(provider =>
                provider.GetRequiredService<InstallStructure>()
            )
            .AddSingleton<AddBody>()
            .AddSingleton<ChangeBody>()
            .AddSingleton<MoveBody>()
            .AddSingleton<DissolveBody>()
            .AddSingleton<AddBodyMember>()
            .AddSingleton<EndBodyMember>();

    private static IServiceCollection AddSearched(this IServiceCollection services) =>
        services
            .AddSingleton<IHoldSearchKeys, BodyKeysHeld>()
            .AddSingleton<ISearchSource, SearchedBodies>()
            .AddSingleton<ISearchSource, SearchedMeetings>()
            .AddSingleton<ISearchSource, SearchedMinutes>()
            .AddSingleton<ISearchSource, SearchedDecisions>()
            .AddSingleton<ISearchSource, SearchedActions>()
            .AddSingleton<ISearchSource, SearchedProcedures>();

    private static IServiceCollection AddProcedures(this IServiceCollection services) =>
        services
            .AddProcedureStandIns()
            .AddSingleton<InstallProcedureFramework>()
            .AddSingleton<IOnPartnershipEstablished>(provider =>
                provider.GetRequiredService<InstallProcedureFramework>()
            )
            .AddSingleton<ProcedureStore>()
            .AddSingleton<ProposeProcedure>()
            .AddSingleton<AnswerProcedure>()
            .AddSingleton<WithdrawProcedure>()
            .AddSingleton<IEffectHandler, OpenProcedure>()
            .AddSingleton<IEffectHandler, RemindProcedure>()
            .AddSingleton<IEffectHandler, LapseProcedure>()
            .AddSingleton<IEffectHandler, CancelProcedure>()
            .AddSingleton<ILockSubjects>(new SubjectLock<WrittenProcedure>(MeetingsWords.Procedure))
            .AddSingleton<Activity, RunWrittenProcedure>();
}
