using Governance.Contracts;
using Governance.Contracts.Attestations;
using Governance.Modules.Attestations;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>The quarter's reviews of who holds what.</summary>
internal static class AttestationsApi
{
    public static void MapAttestations(this RouteGroupBuilder api)
    {
        RouteGroupBuilder attestations = api.MapGroup(string.Empty).WithTags("Attestations");
        attestations
            .MapGet("/partnerships/{p}/attestations", ListAsync)
            .WithSummary(
                "Each quarter's review of who holds what, by body: who answered, when, and what ended."
            )
            .Produces<Page<AttestationAnswer>>();
        attestations
            .MapGet("/attestations/{id}", FindAsync)
            .WithSummary("One review, with the appointments that are or were answered for.")
            .Produces<AttestationAnswer>();
        attestations
            .MapPost("/attestations/{id}/answer", AnswerAsync)
            .WithSummary(
                "Answers it, once: each appointment of the body is confirmed, or ended as of today with a reason."
            )
            .Produces<AttestationAnswer>();
    }

    private static async Task<IResult> ListAsync(
        string p,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        Result<AttestationAnswer[]> all = await AttestationBook.ListAsync(
            db,
            p,
            caller.PersonId,
            reading.Now
        );
        return all.IsRefused
            ? ResultHttp.Problem(all.Refusal)
            : paging.Of(all.Value, each => each.Id).ToOk();
    }

    private static async Task<IResult> FindAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await AttestationBook.FindAsync(db, id, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> AnswerAsync(
        string id,
        AttestBody body,
        Caller caller,
        AnswerAttestation answer,
        CancellationToken cancellation
    ) => (await answer.HandleAsync(caller, id, body, cancellation)).ToOk();
}
