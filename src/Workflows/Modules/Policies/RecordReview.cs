using Governance.Contracts;
using Governance.Engine;
using Governance.Engine.Instances;
using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>Somebody records what the review of the version in force came to, with a reason; the seats are told.</summary>
public sealed class RecordReview(Acts acts, WorkflowRunner workflows)
{
    public Task<Result<ReviewAnswer>> HandleAsync(
        ActCaller caller,
        string policyId,
        RecordReviewBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ReviewAnswer>
            {
                Name = "policy.record-review",
                Caller = caller,
                Permission = PoliciesPermissions.Steer,
                Locate = act => PolicyPlace.LocateAsync(act, policyId),
                Decide = act => DecideAsync(act, policyId, body),
            },
            cancellation
        );

    private async Task<Result<ReviewAnswer>> DecideAsync(
        Act act,
        string policyId,
        RecordReviewBody body
    )
    {
        Policy policy = (await act.Db.Set<Policy>().FindAsync(policyId))!;
        if (PoliciesPermissions.CheckGroup(act, policy.GroupId, chairOnly: true) is { } notYours)
        {
            return notYours;
        }

        if (policy.State == PolicyStates.Withdrawn)
        {
            return PoliciesRefusals.Withdrawn;
        }

        if (policy.PublishedVersion is not { } number || policy.ReviewDate is not { } wasDue)
        {
            return PoliciesRefusals.NothingToReview;
        }

        PolicyVersion version = (await PolicyTexts.FindVersionAsync(act.Db, policyId, number))!;
        Result<DateOnly> next = PolicyReview.Decide(
            body,
            wasDue,
            version.ReviewMonths,
            London.DateOf(act.Now)
        );
        if (next.IsRefused)
        {
            return next.Refusal;
        }

        // A text that was changed behind the product's back cannot be said to stand.
        return await PolicyTexts.RecomputeAsync(act.Db, policyId, number) != version.Hash
            ? PoliciesRefusals.IntegrityAlarm
            : await KeepAsync(act, policy, version, body, next.Value);
    }

    private async Task<Result<ReviewAnswer>> KeepAsync(
        Act act,
        Policy policy,
        PolicyVersion version,
        RecordReviewBody body,
        DateOnly next
    )
    {
        PolicyReview review = new()
        {
            Id = act.NewId(),
            PolicyId = policy.Id,
            Number = version.Number,
            Hash = version.Hash,
            Outcome = body.Outcome!,
            Reason = body.Reason!.Trim(),
            RecordedBy = act.Caller.PersonId,
            RecordedAt = act.Now,
            WasDue = policy.ReviewDate!.Value,
            NextDue = next,
        };
        act.Db.Add(review);
        policy.ReviewDate = next;
        policy.ReviewRemindedAt = review.Outcome == ReviewOutcomes.Revise ? act.Now : null;
        policy.Changed(act.Now);
        act.Subject = new SubjectRef(PoliciesWords.Policy, policy.Id, version.Hash);
        act.Payload = new
        {
            version = version.Number,
            review.Outcome,
            review.Reason,
            review.WasDue,
            review.NextDue,
        };
        await CompleteAskAsync(act, policy.Id);
        await NoticeBoard.TellAsync(act, PolicyNotices.Reviewed(policy, review));
        Result<int> resumed = await workflows.StimulateAsync(
            act,
            PoliciesWords.Reviewed,
            policy.Id
        );
        return resumed.IsRefused ? resumed.Refusal
            : resumed.Value == 0 ? EngineRefusals.NotAwaited
            : await PolicyReviews.AnswerAsync(act.Db, review);
    }

    private static async Task CompleteAskAsync(Act act, string policyId)
    {
        List<string> asks = await act
            .Db.Set<Ask>()
            .Where(ask =>
                ask.SubjectType == PoliciesWords.Policy
                && ask.SubjectId == policyId
                && ask.Kind == PoliciesWords.AskToReview
                && ask.State == AskStates.Open
            )
            .Select(ask => ask.Id)
            .ToListAsync();
        foreach (string ask in asks)
        {
            await AskBook.CompleteAsync(act, ask);
        }
    }
}
