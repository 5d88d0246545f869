using Governance.Engine.Activities;
using Governance.Engine.Simulation;
using Governance.Modules.Clocks.Activities;
using Governance.Modules.Partnerships;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Clocks;

public static class ClocksModule
{
    public static IServiceCollection AddClocks(this IServiceCollection services) =>
        services
            .AddSingleton<CalculateClock>()
            .AddSingleton<GetClock>()
            .AddSingleton<RunningClocks>()
            .AddSingleton<ProposeCalendarVersion>()
            .AddSingleton<IApprovalKind, CalendarVersionApproval>()
            .AddSingleton<PreviewCalendarVersion>()
            .AddSingleton<ReviewClock>()
            .AddSingleton<PauseClock>()
            .AddSingleton<CalendarRollouts>()
            .AddSingleton<IEffectHandler, WorkingDaysCount>()
            .AddSingleton<IEffectStandIn, WorkingDaysCountStandIn>()
            .AddSingleton<Activity, CountWorkingDays>();
}
