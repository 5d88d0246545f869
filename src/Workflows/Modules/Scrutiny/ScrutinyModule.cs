using Governance.Engine.Activities;
using Governance.Engine.Instances;
using Governance.Engine.Linting;
using Governance.Modules.Partnerships;
using Governance.Modules.Record;
using Governance.Modules.Scrutiny.Activities;
using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Scrutiny;

public static class ScrutinyModule
{
    public static IServiceCollection AddScrutiny(this IServiceCollection services) =>
        services
            .AddScrutinyStandIns()
            .AddSingleton<ChallengeStages>()
            .AddSingleton<ChallengeAssessing>()
            .AddSingleton<ChallengeWorkflow>()
            .AddSingleton<InstallScrutinyFramework>()
            .AddSingleton<IOnPartnershipEstablished>(provider =>
                provider.GetRequiredService<InstallScrutinyFramework>()
            )
            .AddSingleton<IOnPartnershipEvent, FollowScrutineers>()
            .AddSingleton<ICompareWithRecord, CompareChallenges>()
            .AddSingleton<ISchemaPart, ChallengeTriggers>()
            .AddSingleton<ILintRule, OnlyScrutinyEnds>()
            .AddSingleton<IKeepInstances, ChallengesAreKept>()
            .AddSingleton<ILockSubjects, AddresseeLock>()
            .AddSingleton(ChallengePauses.Rule)
            .AddSingleton<IReconcile, ScrutinyReconciliation>()
            .AddSingleton<RaiseChallenge>()
            .AddSingleton<AcknowledgeChallenge>()
            .AddSingleton<RespondToChallenge>()
            .AddSingleton<AddChallengeAction>()
            .AddSingleton<TakePosition>()
            .AddSingleton<AssessResponse>()
            .AddSingleton<EndChallenge>()
            .AddSingleton<ReopenChallenge>()
            .AddSingleton<ChangeChallenge>()
            .AddSingleton<ChangeEvidence>()
            .AddSingleton<RecordReferral>()
            .AddSingleton<KeepDrafts>()
            .AddSingleton<IEffectHandler, OpenStage>()
            .AddSingleton<IEffectHandler, RemindOfStage>()
            .AddSingleton<IEffectHandler, StageLimitPassed>()
            .AddSingleton<IEffectHandler, CancelStage>()
            .AddSingleton<IEffectHandler, OpenExternal>()
            .AddSingleton<IEffectHandler, AwaitAssessmentEffect>()
            .AddSingleton<IEffectHandler, AssessmentLate>()
            .AddSingleton<IEffectHandler, CancelAssessment>()
            .AddSingleton<Activity, AskForAnswer>()
            .AddSingleton<Activity, AwaitScrutinyAssessment>()
            .AddSingleton<Activity, TakeOutside>()
            .AddSingleton<Activity, AwaitScrutinyEnd>()
            .AddSingleton<ISearchSource, SearchedChallenges>();
}
