using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Governance.Modules.Notices;

/// <summary>
/// Registers notices. Nothing leaves the product unless whoever composes it registers <see cref="SendingOptions"/> and an
/// <see cref="IDeliveryChannel"/> before.
/// </summary>
public static class NoticesModule
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.TryAddSingleton(SendingOptions.Nothing);
        return services
            .AddSingleton<IOnPartnershipEvent, TellOfPeople>()
            .AddSingleton<IGauge, OutboxBacklog>()
            .AddSingleton<MarkNoticeRead>()
            .AddSingleton<MarkNoticesRead>()
            .AddSingleton<ProposeNoticeAddress>()
            .AddSingleton<ConfirmNoticeAddress>()
            .AddSingleton<RemoveNoticeAddress>()
            .AddSingleton<ChangeNoticePreferences>()
            .AddSingleton<FollowTeamsChannels>()
            .AddSingleton<GatherDigests>()
            .AddSingleton<DeliveryQueue>()
            .AddSingleton<SendDeliveries>()
            .AddSingleton<RetryDeliveries>();
    }
}
