using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;

namespace Governance.Modules.Clocks;

/// <summary>The stateless calculation: the receipt that a clock would have, for any moment, without starting one.</summary>
public sealed class CalculateClock(IReadGovernance reading)
{
    private static readonly string[] LocalFormats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
    ];

    private static readonly string[] ZonedFormats =
    [
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <param name="received">
    /// A moment in ISO 8601 with <c>Z</c> or an offset; without one it is London's wall clock, and a date alone is its first moment.
    /// </param>
    /// <param name="unit"><c>workingDays</c> (also when left out) or <c>hours</c>.</param>
    /// <param name="calendar">A calendar's id; England and Wales when left out.</param>
    public async Task<Result<ClockReceipt>> HandleAsync(
        string? received,
        string? amount,
        string? unit,
        string? calendar
    )
    {
        Dictionary<string, string[]> errors = new(StringComparer.Ordinal);
        DateTime? moment = MomentOf(received);
        if (moment is null)
        {
            errors["received"] = ["Give a moment such as 2027-02-03T16:59:00Z, or a date."];
        }

        if (!int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            errors["amount"] = ["Give a whole number."];
        }

        ClockUnit? counted = unit switch
        {
            null or "" or "workingDays" => ClockUnit.WorkingDays,
            "hours" => ClockUnit.Hours,
            _ => null,
        };
        if (counted is null)
        {
            errors["unit"] = ["Say workingDays or hours."];
        }

        string calendarId = string.IsNullOrEmpty(calendar) ? CalendarIds.EnglandAndWales : calendar;
        if (!CalendarIds.All.Contains(calendarId))
        {
            errors["calendar"] = CalendarRefusals.UnknownCalendar.Errors!["calendar"];
        }

        if (errors.Count > 0)
        {
            return Refusal.Invalid(errors);
        }

        using GovernanceDb db = reading.OpenReader();
        return ClockCalculation.Calculate(
            moment!.Value,
            number,
            counted!.Value,
            await CalendarBook.CurrentAsync(db, calendarId)
        );
    }

    private static DateTime? MomentOf(string? text)
    {
        if (
            DateTime.TryParseExact(
                text,
                LocalFormats,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateTime local
            )
        )
        {
            return London.ToUtc(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        }

        // In a query string a "+" of an offset may arrive as a space.
        return DateTimeOffset.TryParseExact(
            text?.Replace(' ', '+'),
            ZonedFormats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateTimeOffset zoned
        )
            ? zoned.UtcDateTime
            : null;
    }
}
