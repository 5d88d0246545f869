using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Notices;

/// <summary>Registers notices.</summary>
public static class NoticesModule
{
    public static IServiceCollection AddNotices(this IServiceCollection services) =>
        services
            .AddSingleton<IOnPartnershipEvent, TellOfPeople>()
            .AddSingleton<IGauge, OutboxBacklog>()
            .AddSingleton<MarkNoticeRead>()
            .AddSingleton<MarkNoticesRead>();
}
