using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>The secretary or the chair plans a meeting of a body.</summary>
public sealed class PlanMeeting(Acts acts)
{
    public Task<Result<MeetingAnswer>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        PlanMeetingBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<MeetingAnswer>
            {
                Name = "meeting.plan",
                Caller = caller,
                Permission = MeetingsPermissions.Convene,
                Locate = act => LocateAsync(act, partnershipId, body.Body),
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    private static async Task<ActPlace?> LocateAsync(Act act, string partnershipId, string? bodyId)
    {
        if (
            partnershipId == Partnership.Installation
            || !await act.HoldAsync<Partnership>(partnershipId)
        )
        {
            return null;
        }

        // A body that is not there is the request's mistake, told once the caller is known to belong here.
        if (bodyId is not null)
        {
            await act.HoldAsync<MeetingBody>(bodyId);
        }

        return new ActPlace(partnershipId, new SubjectRef("partnership", partnershipId));
    }

    private static async Task<Result<MeetingAnswer>> DecideAsync(Act act, PlanMeetingBody given)
    {
        MeetingBody? body = given.Body is null
            ? null
            : await BodyBook.FindAsync(act.Db, act.PartnershipId, given.Body);
        FieldErrors errors = new();
        errors.When(body is null, "body", "Name a body of this partnership.");
        string title = errors.Needed(given.Title, "title", Meeting.MostTitle);
        string place = errors.Needed(given.Place, "place", Meeting.MostPlace);
        DateTime starts = MeetingRules.Starts(given.Starts, errors);
        if (body is null)
        {
            return errors.AsRefusal()!;
        }

        BodyMembership membership = await BodyRoll.OfAsync(act.Db, body, act.Now);
        Refusal? refusal =
            MeetingsPermissions.CheckSecretary(act, membership)
            ?? errors.AsRefusal()
            ?? (body.IsDissolved ? MeetingsRefusals.Dissolved : null);
        if (refusal is not null)
        {
            return refusal;
        }

        Meeting meeting = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            BodyId = body.Id,
            Title = title,
            StartsAt = starts,
            Place = place,
            State = MeetingStates.Planned,
            PlannedAt = act.Now,
            PlannedBy = act.Caller.PersonId,
        };
        act.Db.Add(meeting);
        act.Subject = meeting.Subject;
        act.Payload = new
        {
            body = body.Id,
            title,
            starts,
            place,
        };
        await act.Db.SaveChangesAsync();
        return await MeetingBook.AnswerAsync(act, new MeetingAtHand(meeting, body, membership));
    }
}
