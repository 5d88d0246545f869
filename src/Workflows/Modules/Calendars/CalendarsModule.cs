using Governance.Engine.Simulation;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Calendars;

public static class CalendarsModule
{
    /// <summary>Reading the calendars; loading a version is proposed through Clocks, whose deadlines it moves.</summary>
    public static IServiceCollection AddCalendars(this IServiceCollection services) =>
        services
            .AddSingleton<ListCalendars>()
            .AddSingleton<ISimulationCalendar, SimulationCalendar>();
}
