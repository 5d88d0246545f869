using Governance.Contracts;
using Governance.Host.SignIn;
using Governance.Modules.SignOff;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>Sign-off rounds: the three seats sign one text, or say why not.</summary>
internal static class SignOffApi
{
    public static void MapSignOff(this RouteGroupBuilder api)
    {
        RouteGroupBuilder rounds = api.MapGroup("/sign-offs/{id}").WithTags("Sign-off");
        rounds
            .MapGet(string.Empty, FindAsync)
            .WithSummary(
                "The round: each seat, its signature, in whose right and under which instrument."
            )
            .Produces<RoundAnswer>();
        rounds
            .MapPost("/signatures", SignAsync)
            .WithSummary("Signs the text of this hash for a seat.")
            .Produces<RoundAnswer>(StatusCodes.Status201Created)
            .NeedsFreshSignIn();
        rounds
            .MapPost("/rejection", RejectAsync)
            .WithSummary("Rejects the text with a reason; the round is over.")
            .Produces<RoundAnswer>()
            .NeedsFreshSignIn();
        rounds
            .MapPost("/withdrawal", WithdrawAsync)
            .WithSummary("Withdraws one's own signature, before publication.")
            .Produces<RoundAnswer>();
        rounds
            .MapPost("/scrutiny-comment", CommentAsync)
            .WithSummary(
                "The scrutiny function's comment; it stands beside the signatures and never counts."
            )
            .Produces<RoundAnswer>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> FindAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await SignOffBook.FindAsync(db, id, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> SignAsync(
        string id,
        SignRoundBody body,
        Caller caller,
        SignRound sign,
        CancellationToken cancellation
    ) =>
        (await sign.HandleAsync(caller, id, body, cancellation)).ToCreated(_ =>
            $"/api/sign-offs/{id}"
        );

    private static async Task<IResult> RejectAsync(
        string id,
        RejectRoundBody body,
        Caller caller,
        RejectRound reject,
        CancellationToken cancellation
    ) => (await reject.HandleAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> WithdrawAsync(
        string id,
        WithdrawSignatureBody body,
        Caller caller,
        WithdrawSignature withdraw,
        CancellationToken cancellation
    ) => (await withdraw.HandleAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> CommentAsync(
        string id,
        ScrutinyCommentBody body,
        Caller caller,
        CommentAsScrutineer comment,
        CancellationToken cancellation
    ) =>
        (await comment.HandleAsync(caller, id, body, cancellation)).ToCreated(_ =>
            $"/api/sign-offs/{id}"
        );
}
