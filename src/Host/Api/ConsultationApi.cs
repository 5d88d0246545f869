using Governance.Contracts;
using Governance.Modules.Consultation;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>Consultation on a policy: who is asked, what they say, and what becomes of each comment.</summary>
internal static class ConsultationApi
{
    public static void MapConsultation(this RouteGroupBuilder api)
    {
        RouteGroupBuilder policies = api.MapGroup("/policies/{id}").WithTags("Consultation");
        policies
            .MapPost("/consultation", OpenAsync)
            .WithSummary("Puts the newest version before an audience for so many working days.")
            .Produces<ConsultationAnswer>(StatusCodes.Status201Created)
            .Produces<ConsultationRequested>(StatusCodes.Status202Accepted);
        policies
            .MapGet("/consultation", FindAsync)
            .WithSummary(
                "The newest consultation: who was asked, who has answered, working days left; and the earlier ones."
            )
            .Produces<ConsultationAnswer>();
        policies
            .MapPost("/consultation/closure", CloseAsync)
            .WithSummary("Closes the consultation before its limit, with a reason.")
            .Produces<ConsultationAnswer>();
        policies
            .MapPost("/consultation/no-comment", SayNoneAsync)
            .WithSummary("A body that was asked answers that it has no comment.")
            .Produces<ConsultationAnswer>();
        policies
            .MapPost("/comments", CommentAsync)
            .WithSummary(
                "Comments on the consulted version; after the limit it is taken as late, until sign-off opens."
            )
            .Produces<CommentAnswer>(StatusCodes.Status201Created);
        policies
            .MapGet("/comments", ListAsync)
            .WithSummary(
                "Comments, oldest first, as far as I may see them; with undisposed=true those that need a disposition."
            )
            .Produces<Page<CommentAnswer>>();
        RouteGroupBuilder comments = api.MapGroup("/comments/{id}").WithTags("Consultation");
        comments
            .MapGet(string.Empty, FindCommentAsync)
            .WithSummary("One comment, with what was decided and the versions that answer it.")
            .Produces<CommentAnswer>();
        comments
            .MapPost("/disposition", DisposeAsync)
            .WithSummary("Accepts a comment, in whole or in part, or rejects it, with a reason.")
            .Produces<CommentAnswer>();
        comments
            .MapPost("/withdrawal", WithdrawAsync)
            .WithSummary("Takes one's own comment back, before it was decided on.")
            .Produces<CommentAnswer>();
    }

    private static async Task<IResult> OpenAsync(
        string id,
        OpenConsultationBody body,
        Caller caller,
        RequestConsultation request,
        CancellationToken cancellation
    ) =>
        (await request.HandleAsync(caller, PoliciesWords.Policy, id, body, cancellation)).To(
            requested =>
                requested.Consultation is { } opened
                    ? TypedResults.Created($"/api/policies/{id}/consultation", opened)
                    : TypedResults.Accepted($"/api/policies/{id}", requested)
        );

    private static async Task<IResult> FindAsync(
        string id,
        Caller caller,
        ConsultationBook book,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await book.FindAsync(db, PoliciesWords.Policy, id, caller.PersonId, reading.Now)
        ).ToSingle();
    }

    private static async Task<IResult> CloseAsync(
        string id,
        CloseConsultationBody body,
        Caller caller,
        CloseConsultation close,
        CancellationToken cancellation
    ) => (await close.HandleAsync(caller, PoliciesWords.Policy, id, body, cancellation)).ToOk();

    private static async Task<IResult> SayNoneAsync(
        string id,
        NoCommentBody body,
        Caller caller,
        SayNoComment say,
        CancellationToken cancellation
    ) => (await say.HandleAsync(caller, PoliciesWords.Policy, id, body, cancellation)).ToOk();

    private static async Task<IResult> CommentAsync(
        string id,
        CommentBody body,
        Caller caller,
        SendComment send,
        CancellationToken cancellation
    ) =>
        (await send.HandleAsync(caller, PoliciesWords.Policy, id, body, cancellation)).ToCreated(
            comment => $"/api/comments/{comment.Id}"
        );

    private static async Task<IResult> ListAsync(
        string id,
        Caller caller,
        [FromQuery] bool? undisposed,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await CommentBook.ListAsync(
                db,
                PoliciesWords.Policy,
                id,
                caller.PersonId,
                reading.Now,
                undisposed == true,
                paging.After,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> FindCommentAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await CommentBook.FindAsync(db, id, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> DisposeAsync(
        string id,
        DispositionBody body,
        Caller caller,
        DisposeOfComment dispose,
        CancellationToken cancellation
    ) => (await dispose.HandleAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> WithdrawAsync(
        string id,
        Caller caller,
        WithdrawComment withdraw,
        CancellationToken cancellation
    ) => (await withdraw.HandleAsync(caller, id, cancellation)).ToOk();
}
