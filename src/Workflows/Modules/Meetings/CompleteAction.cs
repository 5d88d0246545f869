using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>The owner says that an action is done, with evidence. It then waits for somebody else.</summary>
public sealed class CompleteAction(Acts acts)
{
    public Task<Result<ActionAnswer>> HandleAsync(
        ActCaller caller,
        string actionId,
        CompleteActionBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ActionAnswer>
            {
                Name = "action.complete",
                Caller = caller,
                Permission = MeetingsPermissions.Act,
                Locate = act => ActionPlace.LocateAsync(act, actionId),
                Decide = act => DecideAsync(act, actionId, body.Evidence),
            },
            cancellation
        );

    private static async Task<Result<ActionAnswer>> DecideAsync(
        Act act,
        string actionId,
        string? given
    )
    {
        MeetingAction action = (await act.Db.Set<MeetingAction>().FindAsync(actionId))!;
        Standing standing = act.Kept<Standing>()!;
        if (!await ActionListing.ReadsAsync(act.Db, standing, action))
        {
            return Refusal.NotFound;
        }

        FieldErrors errors = new();
        string evidence = errors.Needed(given, "evidence", MeetingAction.MostEvidence);
        Refusal? no = ActionRules.Complete(action, standing);
        if ((no is { Kind: RefusalKind.Forbidden } ? no : errors.AsRefusal() ?? no) is { } refusal)
        {
            return refusal;
        }

        action.State = ActionStates.Completed;
        action.Evidence = evidence;
        action.CompletedAt = act.Now;
        action.CompletedBy = act.Caller.PersonId;
        act.Payload = new
        {
            action.Number,
            evidence,
            late = action.DueAt < act.Now,
        };
        await ActionAsks.AskVerifierAsync(act, action);
        await act.Db.SaveChangesAsync();
        return await ActionListing.AnswerAsync(act.Db, action, standing, act.Now);
    }
}
