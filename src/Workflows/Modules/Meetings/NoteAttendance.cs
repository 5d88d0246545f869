using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>
/// An entry of the attendance log: who is present from when on, for which place, as whose deputy. The first person present opens
/// the meeting.
/// </summary>
public sealed class NoteAttendance(Acts acts)
{
    public Task<Result<MeetingAnswer>> HandleAsync(
        ActCaller caller,
        string meetingId,
        AttendanceBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<MeetingAnswer>
            {
                Name = "meeting.note-attendance",
                Caller = caller,
                Permission = MeetingsPermissions.Convene,
                Locate = act => MeetingPlace.LocateAsync(act, meetingId),
                Decide = act => DecideAsync(act, meetingId, body),
            },
            cancellation
        );

    private static async Task<Result<MeetingAnswer>> DecideAsync(
        Act act,
        string meetingId,
        AttendanceBody given
    )
    {
        MeetingAtHand hand = await MeetingPlace.LoadAsync(act, meetingId);
        if (MeetingsPermissions.CheckSecretary(act, hand.Membership) is { } notYours)
        {
            return notYours;
        }

        IReadOnlyList<Appointment> held = await AppointmentRoll.HeldAsync(
            act.Db,
            act.PartnershipId,
            London.DateOf(act.Now)
        );
        Result<string?> place = SittingRules.PlaceOf(given, hand.Membership, held, act.Now);
        if (place.IsRefused)
        {
            return place.Refusal;
        }

        DateTime at = given.At is { } since
            ? Moments.WholeMilliseconds(MeetingRules.Utc(since))
            : act.Now;
        DateTime? lastDecision = await act
            .Db.Set<Decision>()
            .Where(decision => decision.MeetingId == meetingId)
            .MaxAsync(decision => (DateTime?)decision.DecidedAt);
        if (
            MeetingRules.CheckEntry(
                hand.Meeting,
                given.Person!,
                given.State!,
                place.Value,
                given.DeputyFor,
                at,
                lastDecision
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        AttendanceEntry entry = await EntryAsync(act, hand, given, place.Value, at);
        act.Db.Add(entry);
        act.Payload = new
        {
            person = entry.PersonId,
            entry.Place,
            deputyFor = entry.DeputyForId,
            entry.State,
            entry.At,
        };
        if (entry.State == AttendanceStates.Present && !hand.Meeting.IsHeld)
        {
            hand.Meeting.State = MeetingStates.Held;
            hand.Meeting.OpenedAt = at;
            act.AlsoRecord("meeting.opened", hand.Meeting.Subject, new { at });
        }

        await act.Db.SaveChangesAsync();
        return await MeetingBook.AnswerAsync(act, hand);
    }

    private static async Task<AttendanceEntry> EntryAsync(
        Act act,
        MeetingAtHand hand,
        AttendanceBody given,
        string? place,
        DateTime at
    )
    {
        IReadOnlyDictionary<string, string> people = await AppointmentRoll.NamesAsync(
            act.Db,
            new[] { given.Person, given.DeputyFor }.OfType<string>()
        );
        return new AttendanceEntry
        {
            MeetingId = hand.Meeting.Id,
            Number = hand.Meeting.Attendance.Count + 1,
            PersonId = given.Person!,
            PersonName = people[given.Person!],
            Place = place,
            PlaceName = place is null
                ? null
                : PlaceKeys.NameOf(
                    place,
                    await BodyRoll.AgenciesAsync(act.Db, act.PartnershipId),
                    people
                ),
            DeputyForId = given.DeputyFor,
            DeputyForName = given.DeputyFor is null ? null : people[given.DeputyFor],
            State = given.State!,
            At = at,
            NotedAt = act.Now,
            NotedBy = act.Caller.PersonId,
        };
    }
}
