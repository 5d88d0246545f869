using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Notices;

/// <summary>
/// Has messages that were given up tried again, one or all of a partnership, with a reason that stands in the record. A channel
/// that can tell whether an earlier attempt went through is asked first, so that nobody is told twice.
/// </summary>
public sealed class RetryDeliveries(Acts acts)
{
    private const int LongestReason = 2_000;

    /// <summary>One act tries again so many; whoever has more asks again.</summary>
    internal const int Most = 500;

    public Task<Result<DeliveriesRetried>> OneAsync(
        ActCaller caller,
        string deliveryId,
        RetryDeliveriesBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<DeliveriesRetried>
            {
                Name = "delivery.retry",
                Caller = caller,
                Permission = NoticesPermissions.RetryDeliveries,
                Locate = async act =>
                    await act.Db.Set<Delivery>().FindAsync(deliveryId) is { } row
                        ? new ActPlace(row.PartnershipId, new SubjectRef("delivery", row.Id))
                        : null,
                Decide = async act =>
                {
                    Delivery row = (await act.Db.Set<Delivery>().FindAsync(deliveryId))!;
                    if (row.State != DeliveryStates.GaveUp)
                    {
                        return new Refusal(
                            "delivery.not-given-up",
                            "This message was not given up: it is on its way, sent or over.",
                            RefusalKind.Conflict
                        );
                    }

                    return Again(act, [row], body.Reason);
                },
            },
            cancellation
        );

    public Task<Result<DeliveriesRetried>> AllAsync(
        ActCaller caller,
        string partnershipId,
        RetryDeliveriesBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<DeliveriesRetried>
            {
                Name = "delivery.retry-all",
                Caller = caller,
                Permission = NoticesPermissions.RetryDeliveries,
                Locate = _ =>
                    Task.FromResult<ActPlace?>(
                        new ActPlace(partnershipId, new SubjectRef("partnership", partnershipId))
                    ),
                Decide = async act =>
                    Again(
                        act,
                        await act
                            .Db.Set<Delivery>()
                            .AsTracking()
                            .Where(d =>
                                d.PartnershipId == partnershipId && d.State == DeliveryStates.GaveUp
                            )
                            .OrderBy(d => d.Id)
                            .Take(Most)
                            .ToListAsync(),
                        body.Reason
                    ),
            },
            cancellation
        );

    private static Result<DeliveriesRetried> Again(Act act, List<Delivery> rows, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            return Refusal.Invalid("reason", $"Say why, in up to {LongestReason} characters.");
        }

        foreach (Delivery row in rows)
        {
            row.State = DeliveryStates.Pending;
            row.AttemptsAllowed = row.Attempts + SendingPlan.AttemptsAllowed;
            row.NextAttemptAt = act.Now;
            row.FinishedAt = null;
        }

        act.Payload = new { reason, deliveries = rows.ConvertAll(row => row.Id) };
        return new DeliveriesRetried(rows.Count);
    }
}
