using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Calendars;

/// <summary>
/// Loads a new version once two people have agreed on it: part of an act that takes place in the installation. The running clocks
/// follow afterwards, in an act of each partnership (DESIGN §4).
/// </summary>
public static class LoadCalendarVersion
{
    /// <summary>Stable name of the entry in the installation's record.</summary>
    public const string Entry = "calendar.version-loaded";

    public static async Task<Result<CalendarVersion>> LoadAsync(
        Act act,
        string calendarId,
        CalendarVersionBody body,
        string proposedBy
    )
    {
        WorkingCalendar current = await CalendarBook.CurrentAsync(act.Db, calendarId);
        if (CalendarVersionRules.Check(body, current, London.DateOf(act.Now)) is { } refusal)
        {
            return refusal;
        }

        CalendarVersion version = new()
        {
            CalendarId = calendarId,
            Version = current.Version + 1,
            PublishedThrough = body.PublishedThrough ?? current.PublishedThrough,
            Reason = body.Reason!.Trim(),
            CreatedAt = act.Now,
            ProposedBy = proposedBy,
            LoadedBy = act.Caller.PersonId,
            Changes = CalendarVersionRules.ChangesOf(body, current),
        };
        act.Db.Add(version);
        act.CalendarVersion = CalendarIds.Versioned(calendarId, version.Version);
        act.AlsoRecord(
            Entry,
            new SubjectRef("calendar", calendarId),
            new
            {
                version.Version,
                version.PublishedThrough,
                version.Reason,
                version.ProposedBy,
                version.Changes,
            }
        );
        return version;
    }
}
