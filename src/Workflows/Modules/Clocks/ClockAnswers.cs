using System.Globalization;
using System.Text.Json.Nodes;

namespace Governance.Modules.Clocks;

/// <summary>What effects answer about a clock, in the one form that steps which wait on clocks read.</summary>
internal static class ClockAnswers
{
    /// <summary>The moments to wait on; none without a clock that runs.</summary>
    public static JsonArray Timers(Clock? clock)
    {
        JsonArray timers = [];
        foreach (ClockTimer timer in clock is { IsRunning: true } ? ClockTimers.For(clock) : [])
        {
            timers.Add(
                new JsonObject
                {
                    ["key"] = timer.Key,
                    ["at"] = timer.At.ToString("O", CultureInfo.InvariantCulture),
                    ["reminder"] = timer.ReminderWorkingDays,
                }
            );
        }

        return timers;
    }

    /// <summary>
    /// A reminder that has been put off (<see cref="Reminding.Later"/>): its new moment, or null where a later one goes out by then
    /// anyway.
    /// </summary>
    public static JsonObject? Later(Clock clock, int workingDays)
    {
        ClockTimer again = ClockTimers
            .For(clock)
            .Single(timer => timer.ReminderWorkingDays == workingDays);
        bool isOvertaken = clock.Reminders.Exists(later =>
            later.WorkingDays < workingDays && later.At <= again.At
        );
        return isOvertaken ? null : Again(again.At, again.Key);
    }

    /// <summary>The step waits again, under the same key.</summary>
    public static JsonObject Again(DateTime at, string key) =>
        new() { ["again"] = at.ToString("O", CultureInfo.InvariantCulture), ["key"] = key };
}
