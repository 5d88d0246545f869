using Governance.Contracts;

namespace Governance.Modules.Calendars;

/// <summary>What a new version of a calendar may say. Pure: judged against the version that it would follow.</summary>
public static class CalendarVersionRules
{
    public const int LongestReason = 1000;
    public const int LongestName = 100;

    /// <summary>How many days one version may change; a year of all parts of the United Kingdom has fewer than twenty.</summary>
    public const int MostChanges = 100;

    /// <summary>A proclamation may be loaded late, but not by more than this: older clocks have long ended.</summary>
    public const int FarthestDaysBack = 366;

    public const int FarthestYearsAhead = 10;

    /// <summary>Null when the version may be loaded; else what is wrong, by field.</summary>
    public static Refusal? Check(CalendarVersionBody body, WorkingCalendar current, DateOnly today)
    {
        Dictionary<string, string[]> errors = new(StringComparer.Ordinal);
        IReadOnlyList<CalendarHolidayBody?> holidays = body.Holidays ?? [];
        IReadOnlyList<DateOnly> removed = body.Removed ?? [];
        if (string.IsNullOrWhiteSpace(body.Reason) || body.Reason.Length > LongestReason)
        {
            errors["reason"] = [$"Give the reason, in up to {LongestReason} characters."];
        }

        if (holidays.Count + removed.Count > MostChanges)
        {
            errors["holidays"] = [$"Change at most {MostChanges} days in one version."];
            return Refusal.Invalid(errors);
        }

        if (holidays.Count + removed.Count == 0 && body.PublishedThrough is null)
        {
            errors["holidays"] =
            [
                "Give at least one day to add or remove, or a later publishedThrough.",
            ];
        }

        HashSet<DateOnly> seen = [];
        for (int i = 0; i < holidays.Count; i++)
        {
            CheckHoliday(errors, $"holidays[{i}]", holidays[i], current, today, seen);
        }

        for (int i = 0; i < removed.Count; i++)
        {
            if (WhyNotRemoved(removed[i], current, today, seen) is { } why)
            {
                errors[$"removed[{i}]"] = [why];
            }
        }

        if (
            body.PublishedThrough is { } through
            && (through < current.PublishedThrough || through > today.AddYears(FarthestYearsAhead))
        )
        {
            errors["publishedThrough"] =
            [
                $"Give a day from {current.PublishedThrough:yyyy-MM-dd} on, at most {FarthestYearsAhead} years ahead.",
            ];
        }

        return errors.Count == 0 ? null : Refusal.Invalid(errors);
    }

    /// <summary>What a version would do, in a few words.</summary>
    public static string Describe(CalendarVersionBody body)
    {
        List<string> parts = [];
        if (body.Holidays is { Count: > 0 } added)
        {
            parts.Add(
                $"add {string.Join(", ", added.Take(3).Select(day => $"{day!.Date:yyyy-MM-dd}"))}{More(added.Count)}"
            );
        }

        if (body.Removed is { Count: > 0 } removed)
        {
            parts.Add(
                $"remove {string.Join(", ", removed.Take(3).Select(day => $"{day:yyyy-MM-dd}"))}{More(removed.Count)}"
            );
        }

        if (body.PublishedThrough is { } through)
        {
            parts.Add($"published through {through:yyyy-MM-dd}");
        }

        return string.Join("; ", parts);

        static string More(int count) => count > 3 ? $" and {count - 3} more" : "";
    }

    /// <summary>The changes of a version that has been checked.</summary>
    public static List<CalendarChange> ChangesOf(
        CalendarVersionBody body,
        WorkingCalendar current
    ) =>
        [
            .. (body.Holidays ?? []).Select(added => new CalendarChange(
                added!.Date!.Value,
                added.Name!.Trim()
            )),
            .. (body.Removed ?? []).Select(date => new CalendarChange(
                date,
                current.HolidayOn(date)!,
                TakenAway: true
            )),
        ];

    private static void CheckHoliday(
        Dictionary<string, string[]> errors,
        string field,
        CalendarHolidayBody? holiday,
        WorkingCalendar current,
        DateOnly today,
        HashSet<DateOnly> seen
    )
    {
        string? why = holiday?.Date switch
        {
            null => "Give the date.",
            { } date when !WorkingCalendar.IsWeekday(date) =>
                $"{date:yyyy-MM-dd} is a {date.DayOfWeek} and no working day anyway. Give the weekday on which the holiday is kept.",
            { } date when TooFar(date, today) is { } far => far,
            { } date when !seen.Add(date) => "This day is in the list more than once.",
            { } date when current.HolidayOn(date) is { } name =>
                $"{date:yyyy-MM-dd} is a bank holiday already: {name}.",
            _ => null,
        };
        if (why is not null)
        {
            errors[field + ".date"] = [why];
        }

        if (string.IsNullOrWhiteSpace(holiday?.Name) || holiday.Name.Length > LongestName)
        {
            errors[field + ".name"] =
            [
                $"Give the holiday's name, in up to {LongestName} characters.",
            ];
        }
    }

    private static string? WhyNotRemoved(
        DateOnly date,
        WorkingCalendar current,
        DateOnly today,
        HashSet<DateOnly> seen
    ) =>
        TooFar(date, today)
        ?? (
            !seen.Add(date) ? "This day is in the lists more than once."
            : current.HolidayOn(date) is null
                ? $"{date:yyyy-MM-dd} is no bank holiday in version {current.Version}."
            : null
        );

    private static string? TooFar(DateOnly date, DateOnly today) =>
        date < today.AddDays(-FarthestDaysBack) || date > today.AddYears(FarthestYearsAhead)
            ? $"Give a day from one year back to {FarthestYearsAhead} years ahead."
            : null;
}
