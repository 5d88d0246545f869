using Governance.Engine.Activities;
using Governance.Engine.Instances;
using Governance.Modules.Escalation.Activities;
using Governance.Modules.Partnerships;
using Governance.Modules.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Escalation;

/// <summary>Registers professional challenges.</summary>
public static class EscalationModule
{
    public static IServiceCollection AddEscalation(this IServiceCollection services) =>
        services
            .AddEscalationStandIns()
            .AddSingleton<StageOwing>()
            .AddSingleton<StatusKeys>()
            .AddSingleton<RaisingLinks>()
            .AddSingleton<InstallLadders>()
            .AddSingleton<InstallEscalationFramework>()
            .AddSingleton<IOnPartnershipEstablished>(provider =>
                provider.GetRequiredService<InstallLadders>()
            )
            .AddSingleton<IOnPartnershipEstablished>(provider =>
                provider.GetRequiredService<InstallEscalationFramework>()
            )
            .AddSingleton<ILockSubjects>(
                new SubjectLock<ProfessionalChallenge>(EscalationWords.Challenge)
            )
            .AddSingleton<IReconcile, EscalationReconciliation>()
            .AddSingleton(EscalationPauses.Rule)
            .AddSingleton<IApprovalKind, LadderApproval>()
            .AddSingleton<RaiseEscalation>()
            .AddSingleton<AcknowledgeEscalation>()
            .AddSingleton<AnswerEscalation>()
            .AddSingleton<RecordStageMeeting>()
            .AddSingleton<ConfirmOutcome>()
            .AddSingleton<ConcludeEscalation>()
            .AddSingleton<ProposeLadder>()
            .AddSingleton<SaveContacts>()
            .AddSingleton<SaveFrontDoor>()
            .AddSingleton<IEffectHandler, OpenStageEffect>()
            .AddSingleton<IEffectHandler, OpenStageDuty>()
            .AddSingleton<IEffectHandler, RemindOfEscalation>()
            .AddSingleton<IEffectHandler, EscalationLimitPassed>()
            .AddSingleton<IEffectHandler, CancelStageDuty>()
            .AddSingleton<Activity, ClimbLadder>()
            .AddSingleton<Activity, AwaitStageAnswer>()
            .AddSingleton<Activity, AwaitStageMeeting>()
            .AddSingleton<Activity, AwaitStageConfirmation>()
            .AddSingleton<Activity, AwaitSatisfaction>()
            .AddSingleton<Activity, AwaitWithdrawal>()
            .AddSingleton<ISearchSource, SearchedEscalations>()
            .AddSingleton<IHoldSearchKeys, EscalationKeysHeld>();
}
