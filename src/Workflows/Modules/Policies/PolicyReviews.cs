using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>Reads the recorded reviews of a policy.</summary>
public static class PolicyReviews
{
    /// <summary>The outcomes recorded so far, newest first, for whoever may read the policy.</summary>
    public static async Task<Result<Page<ReviewAnswer>>> ListAsync(
        GovernanceDb db,
        string policyId,
        string personId,
        DateTime now,
        string? after = null,
        int take = 50
    )
    {
        Result<PolicyReader> reader = await PolicyReader.OfAsync(db, policyId, personId, now);
        if (reader.IsRefused)
        {
            return reader.Refusal;
        }

        List<PolicyReview> found = await db.Set<PolicyReview>()
            .Where(review => review.PolicyId == policyId)
            .Where(review => after == null || string.Compare(review.Id, after) < 0)
            .OrderByDescending(review => review.Id)
            .Take(take + 1)
            .ToListAsync();
        List<ReviewAnswer> answers = [];
        foreach (PolicyReview review in found.Take(take))
        {
            answers.Add(await AnswerAsync(db, review));
        }

        return new Page<ReviewAnswer>(answers, found.Count > take ? found[take - 1].Id : null);
    }

    internal static async Task<ReviewAnswer> AnswerAsync(GovernanceDb db, PolicyReview review)
    {
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            [review.RecordedBy]
        );
        return new ReviewAnswer(
            review.Id,
            review.Number,
            review.Hash,
            review.Outcome,
            review.Reason,
            new PersonLine(
                review.RecordedBy,
                names.GetValueOrDefault(review.RecordedBy, review.RecordedBy)
            ),
            review.RecordedAt,
            review.WasDue,
            review.NextDue
        );
    }

    /// <summary>Who looks after a policy, and whether they still hold anything in its partnership.</summary>
    internal static async Task<PolicyOwner> OwnerAsync(
        GovernanceDb db,
        Policy policy,
        DateOnly today
    )
    {
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            [policy.OwnerId]
        );
        Standing standing = await Standing.LoadAsync(
            db,
            policy.PartnershipId,
            policy.OwnerId,
            today
        );
        return new PolicyOwner(
            policy.OwnerId,
            names.GetValueOrDefault(policy.OwnerId, policy.OwnerId),
            !standing.IsKnown
        );
    }
}
