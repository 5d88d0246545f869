using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>Who looks after a policy, and what its reviews came to.</summary>
internal static class ReviewsApi
{
    public static void MapReviews(this RouteGroupBuilder policies)
    {
        policies
            .MapGet("/policies/{id}/reviews", ListAsync)
            .WithSummary("The recorded outcomes of its reviews, newest first.")
            .Produces<Page<ReviewAnswer>>();
        policies
            .MapPost("/policies/{id}/review", RecordAsync)
            .WithSummary(
                "Records what the review came to; only this or a publication moves the review date."
            )
            .Produces<ReviewAnswer>(StatusCodes.Status201Created);
        policies
            .MapPut("/policies/{id}/owner", NameAsync)
            .WithSummary("Names who looks after the policy.")
            .Produces<PolicySaved>();
    }

    private static async Task<IResult> ListAsync(
        string id,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await PolicyReviews.ListAsync(
                db,
                id,
                caller.PersonId,
                reading.Now,
                paging.After,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> RecordAsync(
        string id,
        RecordReviewBody body,
        Caller caller,
        RecordReview record,
        CancellationToken cancellation
    ) =>
        (await record.HandleAsync(caller, id, body, cancellation)).ToCreated(_ =>
            $"/api/policies/{id}/reviews"
        );

    private static async Task<IResult> NameAsync(
        string id,
        NameOwnerBody body,
        Caller caller,
        NameOwner name,
        CancellationToken cancellation
    ) =>
        (await name.HandleAsync(caller, id, body, cancellation)).To(saved =>
            Tagged.Ok(saved, saved.Tag)
        );
}
