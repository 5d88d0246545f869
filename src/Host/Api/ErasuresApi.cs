using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Modules.Retention;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>The erasure of a person's data, which is the installation's.</summary>
internal static class ErasuresApi
{
    public static void MapErasures(this RouteGroupBuilder api)
    {
        RouteGroupBuilder erasures = api.MapGroup("/erasures").WithTags("Retention");
        erasures
            .MapGet("", ListAsync)
            .WithSummary("Erasures of people's data, newest first.")
            .Produces<Page<ErasureAnswer>>();
        erasures
            .MapPost("", ProposeAsync)
            .WithSummary("Proposes the erasure of a person's data; a business unit agrees.")
            .Produces<ErasureProposed>(StatusCodes.Status201Created);
        erasures
            .MapGet("/{id}", FindAsync)
            .WithSummary("What an erasure destroyed, and what by rule it left.")
            .Produces<ErasureAnswer>();
    }

    private static async Task<IResult> ListAsync(
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await ErasureBook.AllAsync(db, caller.PersonId, reading.Now)).To(all =>
            paging.Of(all, each => each.Id).ToOk()
        );
    }

    private static async Task<IResult> ProposeAsync(
        ProposeErasureBody body,
        Caller caller,
        ProposeErasure propose,
        CancellationToken cancellation
    ) =>
        (await propose.HandleAsync(caller, body, cancellation)).ToCreated(erasure =>
            $"/api/erasures/{erasure.Id}"
        );

    private static async Task<IResult> FindAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await ErasureBook.FindAsync(db, id, caller.PersonId, reading.Now)).ToSingle();
    }
}
