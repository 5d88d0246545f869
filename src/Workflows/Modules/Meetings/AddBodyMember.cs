using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>The business unit makes somebody a member of a body for dated terms; they are told.</summary>
public sealed class AddBodyMember(Acts acts)
{
    public Task<Result<BodyAnswer>> HandleAsync(
        ActCaller caller,
        string bodyId,
        AddBodyMemberBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<BodyAnswer>
            {
                Name = "body.add-member",
                Caller = caller,
                Permission = MeetingsPermissions.KeepStructure,
                Locate = act => BodyLocation.OfBodyAsync(act, bodyId),
                Decide = act => DecideAsync(act, bodyId, body),
            },
            cancellation
        );

    private static async Task<Result<BodyAnswer>> DecideAsync(
        Act act,
        string bodyId,
        AddBodyMemberBody given
    )
    {
        MeetingBody body = (await act.Db.Set<MeetingBody>().FindAsync(bodyId))!;
        bool comesByAppointment = given.Capacity is BodyCapacities.Chair or BodyCapacities.Member;
        Refusal? refusal =
            body.IsDissolved ? MeetingsRefusals.Dissolved
            : body.Kind == BodyKinds.TaskAndFinishGroup && comesByAppointment
                ? MeetingsRefusals.OfGroup
            : await WrongAsync(act, given);
        if (refusal is not null)
        {
            return refusal;
        }

        BodyMember member = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            BodyId = bodyId,
            PersonId = given.Person!,
            Capacity = given.Capacity!,
            Seat = given.Seat,
            AgencyId = given.Agency,
            From = given.From!.Value,
            To = given.To,
            AddedAt = act.Now,
            AddedBy = act.Caller.PersonId,
        };
        List<BodyMember> others = await act
            .Db.Set<BodyMember>()
            .Where(each => each.BodyId == bodyId)
            .ToListAsync();
        if (BodyRules.Conflict(member, others) is { } conflict)
        {
            return conflict;
        }

        act.Db.Add(member);
        act.Payload = new
        {
            member.Id,
            person = member.PersonId,
            member.Capacity,
            member.Seat,
            agency = member.AgencyId,
            member.From,
            member.To,
        };
        await NoticeBoard.TellAsync(
            act,
            new NoticeDraft(
                "body.member-added",
                NoticeMessage.News(NoticeMatter.Membership),
                body.Subject,
                $"You belong to: {body.Name}",
                $"You were made a member of {body.Name} from {member.From:d MMMM yyyy}.",
                Recipient.Person(member.PersonId)
            )
        );
        await act.Db.SaveChangesAsync();
        return await StructureBook.AnswerAsync(act.Db, body, act.Kept<Standing>()!, act.Now);
    }

    /// <summary>A member holds something in the partnership, so that they can read what the body does.</summary>
    private static async Task<Refusal?> WrongAsync(Act act, AddBodyMemberBody given)
    {
        FieldErrors errors = new();
        errors.When(
            given.Person is null
                || !(
                    await Standing.LoadAsync(
                        act.Db,
                        act.PartnershipId,
                        given.Person,
                        London.DateOf(act.Now)
                    )
                ).IsKnown,
            "person",
            "Name somebody who holds an appointment in this partnership today."
        );
        errors.When(
            !BodyCapacities.All.Contains(given.Capacity),
            "capacity",
            $"Say {string.Join(", ", BodyCapacities.All)}."
        );
        errors.When(given.From is null, "from", "Give the first day.");
        errors.When(given.To < given.From, "to", "The last day cannot come before the first.");
        errors.When(
            given.Seat is not null && !Seats.All.Contains(given.Seat),
            "seat",
            $"Name a seat: {string.Join(", ", Seats.All)}."
        );
        errors.When(
            given.Agency is not null
                && (
                    given.Seat is not null
                    || !(await BodyRoll.AgenciesAsync(act.Db, act.PartnershipId)).ContainsKey(
                        given.Agency
                    )
                ),
            "agency",
            "Name one of this partnership's agencies, and no seat beside it."
        );
        return errors.AsRefusal();
    }
}
