using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Policies;

/// <summary>What the reviews of a policy came to, for all who read it; and the form for those who record an outcome.</summary>
internal sealed class ReviewModel(RecordReview record) : GovernancePage
{
    public static Choice[] Outcomes { get; } =
    [
        new(
            ReviewOutcomes.StillStands,
            "The text still stands",
            "The next review is counted from today"
        ),
        new(
            ReviewOutcomes.Revise,
            "The text is to be revised",
            "It stays in force until a new version is published"
        ),
    ];

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public PolicyAnswer Policy { get; private set; } = null!;

    public Page<ReviewAnswer> Reviews { get; private set; } = null!;

    public bool MayRecord { get; private set; }

    public bool IsLater { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string? after)
    {
        await using GovernanceDb db = Reading.Open();
        Result<PolicyAnswer> found = await PolicyBook.FindAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        Policy = found.Value;
        Partnership = Policy.Partnership;
        IsLater = after is not null;
        MayRecord =
            Policy.PublishedVersion is not null
            && Policy.State != PolicyStates.Withdrawn
            && Viewer.MaySteer(Policy.Partnership, Policy.Group);
        return Show(
            await PolicyReviews.ListAsync(db, id, Viewer.PersonId, Reading.Now, after, 20),
            reviews => Reviews = reviews
        );
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await record.HandleAsync(
                Caller,
                id,
                new RecordReviewBody(Outcome, Reason),
                HttpContext.RequestAborted
            ),
            review =>
            {
                Tell(
                    review.Outcome == ReviewOutcomes.StillStands
                        ? $"Recorded. The next review is due by {Dates.Day(review.NextDue)}."
                        : "Recorded. The text stays in force until a new version is published."
                );
                return Redirect($"/policies/{Uri.EscapeDataString(id)}/review");
            },
            () => OnGetAsync(id, null)
        );
}
