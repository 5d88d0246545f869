using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>When a meeting can be changed and what its entries have to be like. Pure.</summary>
public static class MeetingRules
{
    public const int MostItems = 100;

    internal static DateTime Starts(DateTime? given, FieldErrors errors)
    {
        errors.When(
            given is null || given.Value.Year is < 2000 or > 2200,
            "starts",
            "Give a moment such as 2027-02-03T14:00:00Z."
        );
        return Moments.WholeMilliseconds(Utc(given ?? default));
    }

    /// <summary>The whole day's order: nothing changes once it is over, and what has begun is not planned anew.</summary>
    public static Refusal? CheckPlanned(Meeting meeting) =>
        meeting.IsOver ? MeetingsRefusals.MeetingOver
        : meeting.IsHeld ? MeetingsRefusals.HeldAlready
        : null;

    public static Refusal? CheckRunning(Meeting meeting) =>
        meeting.IsOver ? MeetingsRefusals.MeetingOver : null;

    /// <summary>
    /// Whether the log can take this entry: about somebody from their last entry on, and not before a decision, which stands by who
    /// was present when it was recorded.
    /// </summary>
    /// <param name="lastDecision">When the meeting's last decision was recorded.</param>
    public static Refusal? CheckEntry(
        Meeting meeting,
        string personId,
        string state,
        string? place,
        string? deputyFor,
        DateTime at,
        DateTime? lastDecision
    )
    {
        AttendanceEntry? last = meeting
            .Attendance.Where(entry => entry.PersonId == personId)
            .MaxBy(entry => entry.Number);
        bool isPresent = last?.State == AttendanceStates.Present;
        return meeting.IsOver ? MeetingsRefusals.MeetingOver
            : last is not null && at < last.At ? MeetingsRefusals.OutOfOrder
            : at < lastDecision ? MeetingsRefusals.BeforeDecision
            : state == AttendanceStates.Left && !isPresent ? MeetingsRefusals.NotPresent
            : state == AttendanceStates.Apologies && isPresent ? MeetingsRefusals.PresentAlready
            : state == AttendanceStates.Present
            && isPresent
            && last!.Place == place
            && last.DeputyForId == deputyFor
                ? MeetingsRefusals.PresentAlready
            : null;
    }

    internal static DateTime Utc(DateTime moment) =>
        moment.Kind == DateTimeKind.Unspecified
            ? DateTime.SpecifyKind(moment, DateTimeKind.Utc)
            : moment.ToUniversalTime();
}
