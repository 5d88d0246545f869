using Governance.Engine.Activities;
using Governance.Engine.Instances;
using Governance.Modules.Consultation.Activities;
using Governance.Modules.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Consultation;

public static class ConsultationModule
{
    public static IServiceCollection AddConsultation(this IServiceCollection services) =>
        services
            .AddWindowStandIns()
            .AddSingleton<WindowStore>()
            .AddSingleton<ConsultationBook>()
            .AddSingleton<RequestConsultation>()
            .AddSingleton<CloseConsultation>()
            .AddSingleton<SendComment>()
            .AddSingleton<SayNoComment>()
            .AddSingleton<WithdrawComment>()
            .AddSingleton<DisposeOfComment>()
            .AddSingleton<IEffectHandler, OpenWindow>()
            .AddSingleton<IEffectHandler, RemindBodies>()
            .AddSingleton<IEffectHandler, CloseAtLimit>()
            .AddSingleton<IEffectHandler, CancelWindow>()
            .AddSingleton<IReconcile, ConsultationReconciliation>()
            .AddSingleton<Activity, OpenConsultation>()
            .AddSingleton<ISearchSource, SearchedComments>()
            .AddSingleton<IHoldSearchKeys, OwnComments>();
}
