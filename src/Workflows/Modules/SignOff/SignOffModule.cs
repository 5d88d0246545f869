using Governance.Engine.Activities;
using Governance.Engine.Instances;
using Governance.Engine.Linting;
using Governance.Modules.Partnerships;
using Governance.Modules.Search;
using Governance.Modules.SignOff.Activities;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.SignOff;

public static class SignOffModule
{
    public static IServiceCollection AddSignOff(this IServiceCollection services) =>
        services
            .AddRoundStandIns()
            .AddSingleton<ILintRule, EverySeatIsAsked>()
            .AddSingleton<RoundStore>()
            .AddSingleton<EndRound>()
            .AddSingleton<SignRound>()
            .AddSingleton<RejectRound>()
            .AddSingleton<WithdrawSignature>()
            .AddSingleton<CommentAsScrutineer>()
            .AddSingleton<FollowTerms>()
            .AddSingleton<RoundStandings>()
            .AddSingleton<IEffectHandler, OpenRound>()
            .AddSingleton<IEffectHandler, RemindSigners>()
            .AddSingleton<IEffectHandler, EscalateOverdue>()
            .AddSingleton<IEffectHandler, CloseRound>()
            .AddSingleton<IOnPartnershipEvent, FollowHolders>()
            .AddSingleton<IReconcile, RoundReconciliation>()
            .AddSingleton<Activity, CollectSignatures>()
            .AddSingleton<ISearchSource, SearchedRounds>();
}
