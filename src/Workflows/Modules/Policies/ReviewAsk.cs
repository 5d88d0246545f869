using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Notices;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>The business unit is asked for the outcome of a review; once, however many reasons there are.</summary>
internal static class ReviewAsk
{
    /// <summary>
    /// Opens the review of a policy that is in force before its date, for a reason of the product's own words. Nothing where it is not
    /// in force. The review date stays: only an outcome moves it.
    /// </summary>
    public static async Task OpenAsync(Act act, string policyId, string because)
    {
        Policy? policy = await act.Db.Set<Policy>().FindAsync(policyId);
        if (policy is not { InForce: true, PublishedVersion: { } number })
        {
            return;
        }

        PolicyVersion version = (await PolicyTexts.FindVersionAsync(act.Db, policyId, number))!;
        SubjectRef subject = new(PoliciesWords.Policy, policyId, version.Hash);
        await EnsureAsync(act, policy, subject, dueAt: null);
        act.AlsoRecord("policy.review-opened", subject, new { because });
        await NoticeBoard.TellAsync(
            act,
            new NoticeDraft(
                "policy.review-opened",
                NoticeMessage.Waits(NoticeMatter.Review),
                subject,
                $"Review opened: {policy.PublishedTitle}",
                $"{because}. Record what the review comes to.",
                Recipient.Person(policy.OwnerId),
                Recipient.Role(Roles.BusinessUnit)
            )
        );
    }

    public static async Task EnsureAsync(
        Act act,
        Policy policy,
        SubjectRef subject,
        DateTime? dueAt
    )
    {
        bool isAsked = await act
            .Db.Set<Ask>()
            .AnyAsync(ask =>
                ask.SubjectType == PoliciesWords.Policy
                && ask.SubjectId == policy.Id
                && ask.Kind == PoliciesWords.AskToReview
                && ask.State == AskStates.Open
            );
        if (!isAsked)
        {
            await AskBook.OpenAsync(
                act,
                new AskDraft(
                    PoliciesWords.AskToReview,
                    subject,
                    policy.Title,
                    Role: Roles.BusinessUnit,
                    DueAt: dueAt
                )
            );
        }
    }
}
