using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>
/// An interest is declared in an item (DOMAIN B1.6): by the person, or by the secretary for them. Who withdraws does not count for
/// that item from then on.
/// </summary>
public sealed class DeclareOnItem(Acts acts)
{
    public Task<Result<MeetingAnswer>> HandleAsync(
        ActCaller caller,
        string meetingId,
        DeclarationBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<MeetingAnswer>
            {
                Name = "meeting.declare-interest",
                Caller = caller,
                Permission = PartnershipsPermissions.DeclareInterest,
                Locate = act => MeetingPlace.LocateAsync(act, meetingId),
                Decide = act => DecideAsync(act, meetingId, body),
            },
            cancellation
        );

    private static async Task<Result<MeetingAnswer>> DecideAsync(
        Act act,
        string meetingId,
        DeclarationBody given
    )
    {
        MeetingAtHand hand = await MeetingPlace.LoadAsync(act, meetingId);
        string person = given.Person ?? act.Caller.PersonId;
        if (!await MeetingBook.ReadsAsync(act.Db, act.Kept<Standing>()!, hand.Meeting))
        {
            return Refusal.NotFound;
        }

        if (
            person != act.Caller.PersonId
            && MeetingsPermissions.CheckSecretary(act, hand.Membership) is { } notYours
        )
        {
            return notYours;
        }

        FieldErrors errors = new();
        string nature = errors.Needed(given.Nature, "nature", ItemDeclaration.MostNature);
        errors.When(
            hand.Item(given.Item) is null,
            "item",
            "Name an item of this meeting's agenda."
        );
        errors.When(
            !hand.Membership.Has(person)
                && hand.Meeting.Attendance.TrueForAll(entry => entry.PersonId != person),
            "person",
            "Name a member of the body, or somebody whose attendance was noted."
        );
        Refusal? refusal = errors.AsRefusal() ?? MeetingRules.CheckRunning(hand.Meeting);
        if (refusal is not null)
        {
            return refusal;
        }

        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            act.Db,
            [person]
        );
        act.Db.Add(
            new ItemDeclaration
            {
                MeetingId = meetingId,
                Number = hand.Meeting.Declarations.Count + 1,
                ItemId = given.Item!,
                PersonId = person,
                PersonName = names[person],
                Nature = nature,
                Withdraws = given.Withdraws,
                At = act.Now,
                NotedBy = act.Caller.PersonId,
            }
        );
        act.Payload = new
        {
            item = given.Item,
            person,
            nature,
            given.Withdraws,
        };
        await act.Db.SaveChangesAsync();
        return await MeetingBook.AnswerAsync(act, hand);
    }
}
