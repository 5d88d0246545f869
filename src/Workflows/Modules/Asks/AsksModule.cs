using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Asks;

public static class AsksModule
{
    public static IServiceCollection AddAsks(this IServiceCollection services) =>
        services
            .AddSingleton<CalendarFeedBook>()
            .AddSingleton<MakeCalendarFeed>()
            .AddSingleton<RevokeCalendarFeed>();
}
