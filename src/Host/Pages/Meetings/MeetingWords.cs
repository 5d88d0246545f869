using System.Globalization;
using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Calendars;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Host.Pages.Meetings;

/// <summary>Wire names of structure and meetings in the words that people read, and the choices that several pages offer.</summary>
internal static class MeetingWords
{
    public static string Kind(string kind) =>
        kind switch
        {
            BodyKinds.Partnership => "The whole partnership",
            BodyKinds.Executive => "Executive",
            BodyKinds.TaskAndFinishGroup => "Task and finish group",
            _ => "Sub-group",
        };

    public static string Capacity(string capacity) =>
        capacity switch
        {
            BodyCapacities.ViceChair => "Vice-chair",
            BodyCapacities.Expert => "Expert (does not count for quorum)",
            _ => Words.Begin(capacity),
        };

    public static string Attendance(string state) =>
        state switch
        {
            AttendanceStates.Present => "Present",
            AttendanceStates.Apologies => "Apologies",
            _ => "Left",
        };

    public static string Outcome(string outcome) =>
        outcome == DecisionOutcomes.Decided ? "Decided" : "Discussed, not decided";

    public static string Action(string state) =>
        state switch
        {
            ActionStates.Open => "Open",
            ActionStates.Completed => "Waits for verification",
            _ => "Verified",
        };

    public static string Procedure(string state) =>
        state switch
        {
            ProcedureStates.Open or ProcedureStates.Requested => "Open",
            ProcedureStates.Decided => "Decided",
            ProcedureStates.Lapsed => "Lapsed: nothing was decided",
            _ => "Taken back",
        };

    /// <summary>Everybody who holds something in the partnership today, by name.</summary>
    public static async Task<Choice[]> PeopleAsync(
        GovernanceDb db,
        string partnership,
        DateOnly today
    )
    {
        IReadOnlyList<Appointment> held = await AppointmentRoll.HeldAsync(db, partnership, today);
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            held.Select(a => a.PersonId)
        );
        return
        [
            .. names
                .OrderBy(person => person.Value, StringComparer.Ordinal)
                .ThenBy(person => person.Key, StringComparer.Ordinal)
                .Select(person => new Choice(person.Key, person.Value)),
        ];
    }

    /// <summary>The three seats and then the people, as owners of actions.</summary>
    public static Choice[] Owners(IEnumerable<Choice> people) =>
        [.. Choice.Of(Seats.All, seat => $"The {RoleWords.OfSeat(seat)} seat"), .. people];

    /// <summary>A moment from a date and a London time such as 14:30; null when they make none.</summary>
    public static DateTime? Moment(DateFields date, string? time) =>
        date.Value is { } day
        && TimeOnly.TryParseExact(
            time?.Trim(),
            ["H:mm", "HH:mm", "H.mm", "HH.mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out TimeOnly at
        )
            ? London.ToUtc(day, at)
            : null;

    public static string TimeOf(DateTime moment) =>
        London.TimeOf(moment).ToString("HH:mm", CultureInfo.InvariantCulture);
}
