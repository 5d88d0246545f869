using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Notices;

/// <summary>A delivery that this host has taken up.</summary>
internal sealed record ClaimedDelivery(
    string Id,
    string Claim,
    string PartnershipId,
    string Cause,
    string Recipient,
    string Channel,
    string Template,
    DateTime? DueAt,
    DigestCounts Counts,
    int Attempt
);

/// <summary>
/// Takes deliveries up for one host and writes down what came of them, each in a small transaction of its own. A host that dies in
/// between keeps a delivery no longer than its lease; whoever takes it up then knows by the count that it may have gone out.
/// </summary>
public sealed class DeliveryQueue(Upkeep upkeep, IReadGovernance reading)
{
    /// <summary>Taken up at a time: few, so that a host that dies keeps little waiting for its leases to end.</summary>
    internal const int Batch = 20;

    private const string IsDue = "\"State\" = {0} AND \"NextAttemptAt\" <= {1}";

    /// <param name="isOpen">False in the quiet hours: only what is urgent.</param>
    internal async Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(
        DateTime now,
        bool isOpen,
        CancellationToken cancellation = default
    )
    {
        await using (GovernanceDb db = reading.OpenReader())
        {
            // Writing waits for its turn; looking does not.
            if (!await Due(db, now, isOpen).AnyAsync(cancellation))
            {
                return [];
            }
        }

        return await upkeep.RunAsync(
            async db =>
            {
                string claim = Ids.New(now);
                string claimed = db.Dialect.Select(
                    "*",
                    nameof(Delivery),
                    isOpen ? IsDue : IsDue + " AND \"IsUrgent\" = {2}",
                    RowLock.ChangeOrPass,
                    new FirstRows(nameof(Delivery.NextAttemptAt), Batch)
                );
                List<Delivery> rows = await db.Set<Delivery>()
                    .FromSqlRaw(claimed, DeliveryStates.Pending, now, true)
                    .AsTracking()
                    .ToListAsync();
                foreach (Delivery row in rows)
                {
                    row.Attempts++;
                    row.NextAttemptAt = now + SendingPlan.Lease;
                    row.ClaimedBy = claim;
                }

                return rows.ConvertAll(row => Claimed(row, claim));
            },
            cancellation
        );
    }

    /// <summary>
    /// That it went out is the truth whoever has it by now. That it failed counts only for whoever still has it: another host
    /// that took it up after the lease may just be sending it.
    /// </summary>
    internal Task<bool> KeepAsync(
        ClaimedDelivery claimed,
        SendResult result,
        DateTime now,
        bool isDropped = false
    ) =>
        upkeep.RunAsync(async db =>
        {
            Delivery row = await db.Set<Delivery>()
                .AsTracking()
                .SingleAsync(d => d.Id == claimed.Id);
            db.Add(
                new DeliveryAttempt
                {
                    DeliveryId = row.Id,
                    Number = claimed.Attempt,
                    At = now,
                    Result = result.Code,
                }
            );
            if (
                row.State != DeliveryStates.Pending
                || (!result.IsSent && row.ClaimedBy != claimed.Claim)
            )
            {
                return false;
            }

            row.Result = result.Code;
            row.ClaimedBy = null;
            bool isOver = result.IsForGood || isDropped || row.Attempts >= row.AttemptsAllowed;
            if (!isOver)
            {
                row.NextAttemptAt = now + SendingPlan.BackOff(row.Id, row.Attempts);
                return true;
            }

            row.FinishedAt = now;
            row.State =
                result.IsSent ? DeliveryStates.Sent
                : isDropped ? DeliveryStates.Dropped
                : DeliveryStates.GaveUp;
            return true;
        });

    private static IQueryable<Delivery> Due(GovernanceDb db, DateTime now, bool isOpen)
    {
        IQueryable<Delivery> due = db.Set<Delivery>()
            .Where(d => d.State == DeliveryStates.Pending && d.NextAttemptAt <= now);
        return isOpen ? due : due.Where(d => d.IsUrgent);
    }

    private static ClaimedDelivery Claimed(Delivery row, string claim) =>
        new(
            row.Id,
            claim,
            row.PartnershipId,
            row.Cause,
            row.Recipient,
            row.Channel,
            row.Template,
            row.DueAt,
            new DigestCounts(row.Notices, row.NoticesByDuty),
            row.Attempts
        );
}
