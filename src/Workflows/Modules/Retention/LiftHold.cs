using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Retention;

/// <summary>The body that placed a hold lifts it; otherwise two seats do, one after the other.</summary>
public sealed class LiftHold(Acts acts)
{
    public Task<Result<HoldAnswer>> HandleAsync(
        ActCaller caller,
        string holdId,
        LiftHoldBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<HoldAnswer>
            {
                Name = "hold.lift",
                Caller = caller,
                Permission = RetentionPermissions.Hold,
                Locate = async act =>
                    await act.LockAsync<LegalHold>(holdId) is { } hold
                        ? new ActPlace(
                            hold.PartnershipId,
                            new SubjectRef(RetentionWords.Hold, hold.Id)
                        )
                        : null,
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    private static async Task<Result<HoldAnswer>> DecideAsync(Act act, LiftHoldBody body)
    {
        FieldErrors errors = new();
        string reason = errors.Needed(body.Reason, "reason", LegalHold.MostReason);
        if (errors.AsRefusal() is { } invalid)
        {
            return invalid;
        }

        LegalHold hold = (await act.LockAsync<LegalHold>(act.Subject.Id))!;
        Result<bool> lifted = HoldRules.Lift(hold, act.Kept<Standing>()!, reason, act.Now);
        if (lifted.IsRefused)
        {
            return lifted.Refusal;
        }

        act.Payload = new { reason, lifted = lifted.Value };
        await RetentionNotices.LiftedAsync(act, hold);
        return await HoldBook.AnswerAsync(act.Db, hold);
    }
}
