using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Engine.Simulation;
using Governance.Modules.Calendars;

namespace Governance.Modules.Clocks;

/// <summary>A clock that a stand-in starts: the real arithmetic, and the timers in the form that effects answer with.</summary>
public static class SimulatedClock
{
    /// <summary>From the limit and the reminders that the step's effect carries.</summary>
    /// <param name="timers">For the answer, one for the limit and one for each reminder.</param>
    /// <returns>When the limit passes; null where it is out of range.</returns>
    public static DateTime? Start(SimulatedAct act, JsonObject payload, out JsonArray timers)
    {
        timers = [];
        if (
            ClockCalculation.Calculate(
                act.Now,
                ClockLimit.WorkingDays(payload["workingDays"]!.GetValue<int>()),
                SimulationCalendar.Calendar
            )
            is not { IsRefused: false, Value.Due: var due }
        )
        {
            return null;
        }

        string id = act.NewId("clock");
        foreach (JsonNode? days in payload["reminderWorkingDays"]!.AsArray())
        {
            int before = days!.GetValue<int>();
            DateTime at = ReminderMoments.BeforeDue(due, before, SimulationCalendar.Calendar);
            if (at > act.Now)
            {
                timers.Add(Timer(ClockTimers.ReminderKey(id, before), at, before));
            }
        }

        timers.Add(Timer(ClockTimers.DueKey(id), ClockCalculation.FirstLateMoment(due), null));
        return due;
    }

    private static JsonObject Timer(string key, DateTime at, int? reminder) =>
        new()
        {
            ["key"] = key,
            ["at"] = at.ToString("O", CultureInfo.InvariantCulture),
            ["reminder"] = reminder,
        };
}

/// <summary>Counts for a simulation as the handler does for an instance.</summary>
public sealed class WorkingDaysCountStandIn : IEffectStandIn
{
    public string Kind => WorkingDaysCount.EffectKind;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload) =>
        WorkingDaysCount.Answer(payload, act.Now, SimulationCalendar.Calendar);
}
