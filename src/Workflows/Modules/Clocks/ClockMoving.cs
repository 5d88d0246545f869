using Governance.Contracts;
using Governance.Engine.Timers;
using Governance.Modules.Calendars;
using Governance.Storage;

namespace Governance.Modules.Clocks;

/// <summary>Moves a running clock with everything that follows it in the same act: history, reminders and timers.</summary>
internal static class ClockMoving
{
    /// <summary>Old and new stand in the clock's history.</summary>
    public static void Keep(Act act, Clock clock, DateTime newDue, int version, string why) =>
        act.Db.Add(
            new ClockHistory
            {
                Id = act.NewId(),
                ClockId = clock.Id,
                At = act.Now,
                OldDue = clock.DueAt,
                NewDue = newDue,
                OldCalendarVersion = clock.CalendarVersion,
                NewCalendarVersion = version,
                Why = why,
            }
        );

    /// <param name="counting">The calendar with the clock's pauses left out.</param>
    public static async Task SetAsync(
        Act act,
        Clock clock,
        ClockReceipt receipt,
        WorkingCalendar counting
    )
    {
        clock.CalendarVersion = counting.Version;
        clock.DayOfReceipt = receipt.DayOfReceipt;
        clock.Provisional = receipt.Provisional;
        clock.DueAt = receipt.Due;
        foreach (ClockReminder reminder in clock.Reminders)
        {
            reminder.At = ClockRecount.ReminderAt(reminder, clock.DueAt, counting, act.Now);
        }

        foreach (ClockTimer timer in ClockTimers.For(clock))
        {
            await TimerBook.MoveAsync(act, timer.Key, timer.At);
        }
    }
}
