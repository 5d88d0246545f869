using Governance.Engine.Activities;
using Governance.Engine.Instances;
using Governance.Modules.Requests.Activities;
using Governance.Modules.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Requests;

/// <summary>Registers what the partnership's own workflows are started for and what they ask.</summary>
public static class RequestsModule
{
    public static IServiceCollection AddRequests(this IServiceCollection services) =>
        services
            .AddRequestsStandIns()
            .AddSingleton<ILockSubjects>(new SubjectLock<Undertaking>(RequestsWords.Undertaking))
            .AddSingleton<IReconcile, RequestsReconciliation>()
            .AddSingleton<StartUndertaking>()
            .AddSingleton<AnswerRequest>()
            .AddSingleton<IEffectHandler, OpenRequest>()
            .AddSingleton<IEffectHandler, RemindOfRequest>()
            .AddSingleton<IEffectHandler, RequestLimitPassed>()
            .AddSingleton<IEffectHandler, CancelRequest>()
            .AddSingleton<Activity, AskForWork>()
            .AddSingleton<ISearchSource, SearchedRequests>()
            .AddSingleton<ISearchSource, SearchedUndertakings>();
}
