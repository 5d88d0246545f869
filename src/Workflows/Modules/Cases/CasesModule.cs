using Governance.Modules.Partnerships;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Cases;

/// <summary>Registers what operators do to instances.</summary>
public static class CasesModule
{
    public static IServiceCollection AddCases(this IServiceCollection services) =>
        services
            .AddSingleton<RetryInstance>()
            .AddSingleton<SkipStep>()
            .AddSingleton<CancelInstance>()
            .AddSingleton<MigrateInstances>()
            .AddSingleton<IApprovalKind, MigrationApproval>();
}
