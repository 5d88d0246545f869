using Microsoft.Extensions.DependencyInjection;

namespace Governance.Storage;

public static class StorageModule
{
    /// <summary>
    /// The database, its readers and the acts. Needs a <see cref="TimeProvider"/>, one <see cref="IRecordActs"/>, and the steps
    /// that modules register.
    /// </summary>
    public static IServiceCollection AddGovernanceStorage(
        this IServiceCollection services,
        DatabaseSettings settings
    )
    {
        services.AddSingleton(settings);
        services.AddSingleton<SchemaSetup>();
        services.AddSingleton<Traces>();
        DatabaseKind.Of(settings).AddTo(services);
        services.AddSingleton(provider => new Upkeep(
            provider.GetRequiredService<IActTransactions>()
        ));
        services.AddSingleton(provider => new Acts(
            provider.GetRequiredService<IActTransactions>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetServices<IAuthoriseActs>(),
            provider.GetServices<ISeparateDuties>(),
            provider.GetServices<IFollowActs>(),
            provider.GetRequiredService<IRecordActs>()
        ));
        return services;
    }
}
