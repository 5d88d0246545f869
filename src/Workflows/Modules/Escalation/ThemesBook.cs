using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Escalation;

/// <summary>What challenges have in common (DOMAIN A2: themes are learnt from): by body, by theme, by stage reached, with the time they took.</summary>
public static class ThemesBook
{
    private const int MostYears = 10;

    /// <param name="from">The first London date of raising; a year before <paramref name="to"/> when left out.</param>
    /// <param name="to">The last one; today when left out.</param>
    public static async Task<Result<EscalationThemes>> CountAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        DateOnly? from = null,
        DateOnly? to = null
    )
    {
        DateOnly today = London.DateOf(now);
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            EscalationPermissions.ReadAll,
            today
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        DateOnly last = to ?? today;
        if (last.Year < 2 || last == DateOnly.MaxValue || from > last)
        {
            return Refusal.Invalid("from", "The first day cannot lie after the last.");
        }

        DateOnly first = from ?? last.AddYears(-1);
        if (first < last.AddYears(-Math.Min(MostYears, last.Year - 1)))
        {
            return Refusal.Invalid("from", $"Ask for {MostYears} years at most.");
        }

        DateTime since = London.ToUtc(first, TimeOnly.MinValue);
        DateTime until = London.ToUtc(last.AddDays(1), TimeOnly.MinValue);
        WorkingCalendar calendar = await CalendarBook.CurrentAsync(db, CalendarIds.EnglandAndWales);
        List<Counted> all = (
            await db.Set<ProfessionalChallenge>()
                .AsNoTracking()
                .Where(row => row.PartnershipId == partnershipId)
                .Where(row => row.RaisedAt >= since && row.RaisedAt < until)
                .Select(row => new
                {
                    row.RaisedWith,
                    row.Theme,
                    row.Stage,
                    row.State,
                    row.RaisedAt,
                    row.EndedAt,
                })
                .ToListAsync()
        ).Select(row => new Counted(row.RaisedWith, row.Theme ?? "", row.Stage.ToString(CultureInfo.InvariantCulture), row.State, row.EndedAt is { } ended ? calendar.WorkingDaysBetween(London.DateOf(row.RaisedAt), London.DateOf(ended)) : null)).ToList();
        IReadOnlyDictionary<string, string> bodies = await EscalationParties.NamesAsync(
            db,
            partnershipId
        );
        return new EscalationThemes(
            first,
            last,
            all.Count,
            Group(all, each => each.Body, id => bodies.GetValueOrDefault(id, id)),
            Group(all, each => each.Theme, ThemeName),
            Group(all, each => each.Stage, stage => $"Stage {stage}")
        );
    }

    public static string ThemeName(string theme) =>
        theme switch
        {
            "" => "Not given",
            "thresholds" => "Thresholds",
            "assessment" => "Assessment",
            "planning" => "Planning",
            "informationSharing" => "Information sharing",
            "communication" => "Communication",
            "timeliness" => "Timeliness",
            "attendance" => "Attendance",
            "decision" => "Decision of a conference or panel",
            "other" => "Something else",
            _ => theme,
        };

    /// <summary>Pure: counts and times of each group, by its name.</summary>
    internal static IReadOnlyList<EscalationTheme> Group(
        IEnumerable<Counted> all,
        Func<Counted, string> by,
        Func<string, string> name
    ) =>
        [
            .. all.GroupBy(by)
                .Select(group =>
                {
                    int[] days = [.. group.Select(each => each.Days).OfType<int>().Order()];
                    return new EscalationTheme(
                        group.Key,
                        name(group.Key),
                        group.Count(),
                        group.Count(each => each.State == EscalationStates.Open),
                        group.Count(each => each.State == EscalationStates.Resolved),
                        group.Count(each => each.State == EscalationStates.Unresolved),
                        group.Count(each => each.State == EscalationStates.Withdrawn),
                        Median(days),
                        days.Length == 0 ? null : days[^1]
                    );
                })
                .OrderBy(group => group.Name, StringComparer.Ordinal),
        ];

    private static decimal? Median(int[] sorted) =>
        sorted.Length == 0 ? null
        : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2]
        : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2m;
}

/// <summary>A challenge as far as it is counted; <paramref name="Days"/> are working days from raising to the end.</summary>
internal sealed record Counted(string Body, string Theme, string Stage, string State, int? Days);
