using System.Globalization;

namespace Governance.Modules.Clocks;

/// <summary>A moment that a workflow waits for on behalf of a clock.</summary>
/// <param name="Key">Stable; the engine's timer carries it, and a clock that moves finds its timers by it.</param>
/// <param name="ReminderWorkingDays">Which reminder it is; null for the deadline itself.</param>
public sealed record ClockTimer(string Key, DateTime At, int? ReminderWorkingDays);

/// <summary>The keys and moments of a clock's timers.</summary>
public static class ClockTimers
{
    /// <summary>
    /// The deadline's timer, one second after it (17:00:00 is still in time), and one for each reminder; earliest first.
    /// </summary>
    public static IReadOnlyList<ClockTimer> For(Clock clock) =>
        [
            .. clock
                .Reminders.Select(reminder => new ClockTimer(
                    ReminderKey(clock.Id, reminder.WorkingDays),
                    reminder.At,
                    reminder.WorkingDays
                ))
                .Append(
                    new(
                        DueKey(clock.Id),
                        ClockCalculation.FirstLateMoment(clock.DueAt),
                        ReminderWorkingDays: null
                    )
                )
                .OrderBy(timer => timer.At),
        ];

    public static string DueKey(string clockId) => $"clock:{clockId}:due";

    public static string ReminderKey(string clockId, int workingDays) =>
        string.Create(CultureInfo.InvariantCulture, $"clock:{clockId}:reminder:{workingDays}");
}
