using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>Messages that leave the service, for its administrator: who, by what channel, when and what came of it; never what is said.</summary>
internal static class DeliveriesApi
{
    public static void MapDeliveries(this RouteGroupBuilder api)
    {
        RouteGroupBuilder deliveries = api.MapGroup(string.Empty).WithTags("Deliveries");
        deliveries
            .MapGet("/partnerships/{p}/deliveries", ListAsync)
            .WithSummary("What leaves the service, by state and channel, newest or oldest first.")
            .Produces<Page<DeliveryAnswer>>();
        deliveries
            .MapGet("/deliveries/{id}", FindAsync)
            .WithSummary("One of them, with the log of its attempts.")
            .Produces<DeliveryDetail>();
        deliveries
            .MapPost("/deliveries/{id}/retry", RetryAsync)
            .WithSummary("Tries one again that was given up, with a reason.")
            .Produces<DeliveriesRetried>();
        deliveries
            .MapPost("/partnerships/{p}/deliveries/retry", RetryAllAsync)
            .WithSummary("Tries all again that were given up (500 at a time), with a reason.")
            .Produces<DeliveriesRetried>();
    }

    private static async Task<IResult> ListAsync(
        string p,
        Caller caller,
        [AsParameters] DeliveryQuery query,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        if (
            await reading.RefuseAsync(db, p, caller, NoticesPermissions.ReadDeliveries) is
            { } refusal
        )
        {
            return ResultHttp.Problem(refusal);
        }

        Result<DeliveryFilter> filter = DeliveryFilter.Read(
            query.State,
            query.Channel,
            query.Order
        );
        return filter.IsRefused
            ? ResultHttp.Problem(filter.Refusal)
            : (
                await DeliveryListing.ListAsync(db, p, filter.Value, paging.After, paging.Count)
            ).ToOk();
    }

    private static async Task<IResult> FindAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        DeliveryDetail? found = await DeliveryListing.FindAsync(db, id);
        Refusal? refusal = found is null
            ? Refusal.NotFound
            : await reading.RefuseAsync(
                db,
                found.Delivery.Partnership,
                caller,
                NoticesPermissions.ReadDeliveries
            );
        return refusal is null ? TypedResults.Ok(found) : ResultHttp.Problem(refusal);
    }

    private static async Task<IResult> RetryAsync(
        string id,
        RetryDeliveriesBody body,
        Caller caller,
        RetryDeliveries retry,
        CancellationToken cancellation
    ) => (await retry.OneAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> RetryAllAsync(
        string p,
        RetryDeliveriesBody body,
        Caller caller,
        RetryDeliveries retry,
        CancellationToken cancellation
    ) => (await retry.AllAsync(caller, p, body, cancellation)).ToOk();
}

/// <summary>Which deliveries are listed, as it stands in the address.</summary>
/// <param name="State">pending, held, sent, digested, gave-up or dropped.</param>
/// <param name="Channel">email or teams.</param>
/// <param name="Order">newest (usual) or oldest.</param>
internal sealed record DeliveryQuery(
    [property: FromQuery(Name = "state")] string? State,
    [property: FromQuery(Name = "channel")] string? Channel,
    [property: FromQuery(Name = "order")] string? Order
);
