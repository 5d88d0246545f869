using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Storage;

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
    /// A step's reminder: tells now, on a working day, or answers the later moment on which the step waits; null where there is nothing
    /// to wait for any more.
    /// </summary>
    /// <param name="payload">Names the reminder by its working days.</param>
    public static async Task<JsonObject?> RemindAsync(
        RunningClocks clocks,
        Act act,
        string clockId,
        JsonObject payload,
        Func<Clock, Task> tell
    )
    {
        int days = payload["reminder"]!.GetValue<int>();
        Reminding reminding = await clocks.RemindAsync(act, clockId, days);
        Clock clock = (await act.Db.Set<Clock>().FindAsync(clockId))!;
        if (reminding == Reminding.Now)
        {
            await tell(clock);
        }

        return reminding == Reminding.Later ? Later(clock, days) : null;
    }

    /// <summary>
    /// A limit's timer has fired and the clock has not expired: its deadline was moved on meanwhile, and the step waits for that; null
    /// where the clock runs no more.
    /// </summary>
    public static async Task<JsonObject?> MovedOnAsync(Act act, string clockId)
    {
        Clock clock = (await act.Db.Set<Clock>().FindAsync(clockId))!;
        return clock.IsRunning
            ? Again(ClockCalculation.FirstLateMoment(clock.DueAt), ClockTimers.DueKey(clock.Id))
            : null;
    }

    /// <summary>
    /// A reminder that has been put off (<see cref="Reminding.Later"/>): its new moment, or null where a later one goes out by then
    /// anyway.
    /// </summary>
    private static JsonObject? Later(Clock clock, int workingDays)
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
    private static JsonObject Again(DateTime at, string key) =>
        new() { ["again"] = at.ToString("O", CultureInfo.InvariantCulture), ["key"] = key };
}
