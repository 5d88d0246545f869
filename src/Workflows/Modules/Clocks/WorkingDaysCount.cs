using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Modules.Calendars;
using Governance.Storage;

namespace Governance.Modules.Clocks;

/// <summary>Answers a workflow's question about working days, by the newest version of the calendar.</summary>
public sealed class WorkingDaysCount : IEffectHandler
{
    /// <summary>Stable; it stands in histories.</summary>
    public const string EffectKind = "clocks.count-working-days";

    public string Kind => EffectKind;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    ) =>
        Answer(
            payload,
            act.Now,
            await CalendarBook.CurrentAsync(act.Db, CalendarIds.EnglandAndWales)
        );

    /// <summary>Pure: the same question, moment and calendar give the same answer.</summary>
    internal static JsonObject Answer(JsonObject payload, DateTime now, WorkingCalendar calendar)
    {
        DateOnly today = London.DateOf(now);
        string? fromText = (string?)payload["from"];
        string? toText = (string?)payload["to"];
        DateOnly? from = string.IsNullOrWhiteSpace(fromText) ? today : DayOf(fromText);
        DateOnly? to = string.IsNullOrWhiteSpace(toText) ? null : DayOf(toText);
        int days = payload["workingDays"]!.GetValue<int>();
        if (from is not { } start || (to is null && !string.IsNullOrWhiteSpace(toText)))
        {
            return Cannot($"'{(from is null ? fromText : toText)}' is no date and no moment.");
        }

        if (
            Math.Abs(days) > ClockLimit.MostWorkingDays
            || !InRange(start)
            || (to is { } end && !InRange(end))
        )
        {
            return Cannot(
                $"Working days are counted from {ClockCalculation.EarliestYear} to {ClockCalculation.LatestYear}, {ClockLimit.MostWorkingDays} at most."
            );
        }

        return new JsonObject
        {
            ["today"] = Text(today),
            ["date"] = Text(calendar.AddWorkingDays(start, days)),
            ["between"] = to is null ? null : calendar.WorkingDaysBetween(start, to.Value),
            ["calendarVersion"] = calendar.Version,
        };
    }

    private static bool InRange(DateOnly day) =>
        day.Year is >= ClockCalculation.EarliestYear and <= ClockCalculation.LatestYear;

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateOnly date
        )
            ? date
        : DateTime.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out DateTime moment
        )
            ? London.DateOf(moment)
        : null;

    private static string Text(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonObject Cannot(string why) => new() { ["cannot"] = why };
}
