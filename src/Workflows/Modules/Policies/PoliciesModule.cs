using Governance.Engine.Activities;
using Governance.Engine.Instances;
using Governance.Modules.Consultation;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies.Activities;
using Governance.Modules.Search;
using Governance.Modules.SignOff;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Policies;

public static class PoliciesModule
{
    public static IServiceCollection AddPolicies(this IServiceCollection services) =>
        services
            .AddPolicyStandIns()
            .AddSingleton<PolicyTexts>()
            .AddSingleton<PolicyEvents>()
            .AddSingleton<PolicyOutlooks>()
            .AddSingleton<ISignOffSubject>(provider => provider.GetRequiredService<PolicyTexts>())
            .AddSingleton<IConsultationSubject, PolicyConsultations>()
            .AddSingleton<NewVersion>()
            .AddSingleton<CreatePolicy>()
            .AddSingleton<BringInPolicy>()
            .AddSingleton<SaveDraft>()
            .AddSingleton<AddAttachment>()
            .AddSingleton<RemoveAttachment>()
            .AddSingleton<RequestSignOff>()
            .AddSingleton<WithdrawPolicy>()
            .AddSingleton<RecordReview>()
            .AddSingleton<NameOwner>()
            .AddSingleton<IOnPartnershipEstablished, InstallPolicyFramework>()
            .AddSingleton<IEffectHandler, PublishPolicy>()
            .AddSingleton<IEffectHandler, SetPolicyState>()
            .AddSingleton<IEffectHandler, AwaitPolicyReview>()
            .AddSingleton<IEffectHandler, RemindPolicyReview>()
            .AddSingleton<IEffectHandler, NotifyAboutPolicy>()
            .AddSingleton<ILockSubjects>(new SubjectLock<Policy>(PoliciesWords.Policy))
            .AddSingleton<IReconcile, PolicyReconciliation>()
            .AddSingleton<Activity, DraftStep>()
            .AddSingleton<Activity, PublishStep>()
            .AddSingleton<Activity, ReviewStep>()
            .AddSingleton<Activity, KeepUnderReview>()
            .AddSingleton<Activity, WithdrawalStep>()
            .AddSingleton<Activity, NotifyStep>()
            .AddSingleton<ISearchSource, SearchedPolicies>();
}
