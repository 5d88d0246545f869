using Governance.Engine.Simulation;

namespace Governance.Modules.Calendars;

/// <summary>Simulations count by the calendar that the product was released with: they may not look into a database.</summary>
public sealed class SimulationCalendar : ISimulationCalendar
{
    public static WorkingCalendar Calendar { get; } =
        WorkingCalendar.First(CalendarIds.EnglandAndWales);

    public int WorkingDaysBetween(DateTime fromUtc, DateTime toUtc) =>
        Calendar.WorkingDaysBetween(London.DateOf(fromUtc), London.DateOf(toUtc));
}
