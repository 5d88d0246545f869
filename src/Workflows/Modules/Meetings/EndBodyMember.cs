using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>The business unit ends a term in a body, today or on a later day.</summary>
public sealed class EndBodyMember(Acts acts)
{
    public Task<Result<BodyAnswer>> HandleAsync(
        ActCaller caller,
        string termId,
        EndBodyMemberBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<BodyAnswer>
            {
                Name = "body.end-member",
                Caller = caller,
                Permission = MeetingsPermissions.KeepStructure,
                Locate = act => BodyLocation.OfTermAsync(act, termId),
                Decide = act => DecideAsync(act, termId, body.To),
            },
            cancellation
        );

    private static async Task<Result<BodyAnswer>> DecideAsync(
        Act act,
        string termId,
        DateOnly? given
    )
    {
        BodyMember term = (await act.Db.Set<BodyMember>().FindAsync(termId))!;
        DateOnly today = London.DateOf(act.Now);
        DateOnly to = given ?? today;
        if (term.To < today)
        {
            return MeetingsRefusals.TermOver;
        }

        if (to < today || to < term.From || to > term.To)
        {
            return Refusal.Invalid("to", "Give a day from today on, within the term.");
        }

        term.To = to;
        act.Payload = new
        {
            term.Id,
            person = term.PersonId,
            to,
        };
        await act.Db.SaveChangesAsync();
        MeetingBody body = (await act.Db.Set<MeetingBody>().FindAsync(term.BodyId))!;
        return await StructureBook.AnswerAsync(act.Db, body, act.Kept<Standing>()!, act.Now);
    }
}
