using Governance.Modules.Partnerships;
using Governance.Modules.Record;
using Governance.Modules.Retention.Holdings;
using Governance.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Retention;

/// <summary>Registers how long things are kept, what holds them, and how they go.</summary>
public static class RetentionModule
{
    public static IServiceCollection AddRetention(this IServiceCollection services) =>
        services
            .AddSingleton<IHolding, ChallengeHolding>()
            .AddSingleton<IHolding, PolicyHolding>()
            .AddSingleton<IHolding, EscalationHolding>()
            .AddSingleton<IHolding, GroupHolding>()
            .AddSingleton<IHolding, UndertakingHolding>()
            .AddSingleton<Subjects>()
            .AddSingleton<PlaceHold>()
            .AddSingleton<LiftHold>()
            .AddSingleton<IApprovalKind, RetentionApproval>()
            .AddSingleton<ProposeRetention>()
            .AddSingleton<IApprovalKind, ErasureApproval>()
            .AddSingleton<ProposeErasure>()
            .AddSingleton<CarryOutErasures>()
            .AddSingleton(provider => new ProposeDisposal(
                provider.GetRequiredService<Acts>(),
                provider.GetRequiredService<Subjects>()
            ))
            .AddSingleton(provider => new AgreeToDisposal(
                provider.GetRequiredService<Acts>(),
                provider.GetRequiredService<Subjects>()
            ))
            .AddSingleton(provider => new DisposalBook(provider.GetRequiredService<Subjects>()))
            .AddSingleton(provider => new CarryOutDisposals(
                provider.GetRequiredService<Acts>(),
                provider.GetRequiredService<IReadGovernance>(),
                provider.GetRequiredService<Subjects>(),
                provider.GetServices<IOnErased>()
            ));
}
