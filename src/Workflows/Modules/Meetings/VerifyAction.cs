using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>Somebody else than the owner looks at the evidence and verifies the action, or gives it back with a reason.</summary>
public sealed class VerifyAction(Acts acts)
{
    public Task<Result<ActionAnswer>> HandleAsync(
        ActCaller caller,
        string actionId,
        VerifyActionBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ActionAnswer>
            {
                Name = "action.verify",
                Caller = caller,
                Permission = MeetingsPermissions.Act,
                Locate = act => ActionPlace.LocateAsync(act, actionId),
                Decide = act => DecideAsync(act, actionId, body),
            },
            cancellation
        );

    private static async Task<Result<ActionAnswer>> DecideAsync(
        Act act,
        string actionId,
        VerifyActionBody given
    )
    {
        MeetingAction action = (await act.Db.Set<MeetingAction>().FindAsync(actionId))!;
        Standing standing = act.Kept<Standing>()!;
        if (!await ActionListing.ReadsAsync(act.Db, standing, action))
        {
            return Refusal.NotFound;
        }

        BodyMembership? body = await ActionPlace.MembershipAsync(act.Db, action, act.Now);
        FieldErrors errors = new();
        errors.When(given.Verified is null, "verified", "Say whether it is verified.");
        string? reason =
            given.Verified == false
                ? errors.Needed(given.Reason, "reason", MeetingAction.MostReason)
                : errors.Optional(given.Reason, "reason", MeetingAction.MostReason);
        Refusal? no = ActionRules.Verify(
            action,
            standing,
            body?.IsChairedBy(standing.PersonId) == true
        );
        if ((no is { Kind: RefusalKind.Forbidden } ? no : errors.AsRefusal() ?? no) is { } refusal)
        {
            return refusal;
        }

        act.Payload = new
        {
            action.Number,
            given.Verified,
            reason,
        };
        if (given.Verified == true)
        {
            action.State = ActionStates.Verified;
            action.VerifiedAt = act.Now;
            action.VerifiedBy = act.Caller.PersonId;
            await AskBook.CompleteAsync(act, action.AskId!);
        }
        else
        {
            await AskBook.CompleteAsync(act, action.AskId!);
            action.State = ActionStates.Open;
            action.ReturnReason = reason;
            action.Returns++;
            await ActionAsks.AskOwnerAsync(act, action);
        }

        await act.Db.SaveChangesAsync();
        return await ActionListing.AnswerAsync(act.Db, action, standing, act.Now);
    }
}
