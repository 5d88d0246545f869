using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Notices;

/// <summary>
/// Makes one message a day, on working days, of what somebody wants gathered: one for each partnership, since they are strictly
/// apart. Hosts may do it at the same time; the database lets one of them have each digest, and the other finds it made.
/// </summary>
public sealed class GatherDigests(Upkeep upkeep, IReadGovernance reading, SendingOptions options)
{
    private const int Batch = 200;

    public async Task<int> RunAsync(
        DateTime now,
        WorkingCalendar calendar,
        CancellationToken cancellation = default
    )
    {
        (DateOnly day, DateTime at) = SendingPlan.NewestDigest(now, options.Hours, calendar);
        string cause = $"digest-{day:yyyy-MM-dd}";
        int made = 0;
        string? after = null;
        while (true)
        {
            List<Whose> waiting = await ReadAsync(at, after, cancellation);
            foreach (Whose whose in waiting.Distinct())
            {
                made += await MakeAsync(whose, cause, at, now, cancellation) ? 1 : 0;
            }

            if (waiting.Count < Batch)
            {
                return made;
            }

            after = waiting[^1].Id;
        }
    }

    private async Task<List<Whose>> ReadAsync(
        DateTime at,
        string? after,
        CancellationToken cancellation
    )
    {
        await using GovernanceDb db = reading.OpenReader();
        IQueryable<Delivery> held = db.Set<Delivery>()
            .Where(d => d.State == DeliveryStates.Held && d.NextAttemptAt <= at);
        if (after is not null)
        {
            held = held.Where(d => string.Compare(d.Recipient, after) > 0);
        }

        // One line a recipient and partnership. Whose second partnership is cut off here is found on the next run.
        var found = await held.Select(d => new { d.Recipient, d.PartnershipId })
            .Distinct()
            .OrderBy(whose => whose.Recipient)
            .Take(Batch)
            .ToListAsync(cancellation);
        return found.ConvertAll(whose => new Whose(whose.Recipient, whose.PartnershipId));
    }

    /// <summary>What came in after the day's digest was made waits for the next one.</summary>
    private Task<bool> MakeAsync(
        Whose whose,
        string cause,
        DateTime at,
        DateTime now,
        CancellationToken cancellation
    ) =>
        upkeep.RunAsync(
            async db =>
            {
                IQueryable<Delivery> own = db.Set<Delivery>()
                    .Where(d => d.Recipient == whose.Id && d.PartnershipId == whose.PartnershipId);
                if (await own.AnyAsync(d => d.Cause == cause))
                {
                    return false;
                }

                List<Delivery> held = await own.AsTracking()
                    .Where(d => d.State == DeliveryStates.Held && d.NextAttemptAt <= at)
                    .ToListAsync();
                if (held.Count == 0)
                {
                    return false;
                }

                Delivery digest = new()
                {
                    Id = Ids.New(now),
                    PartnershipId = whose.PartnershipId,
                    Cause = cause,
                    Recipient = whose.Id,
                    Channel = DeliveryChannels.Email,
                    Template = DeliveryTemplate.Digest,
                    DueAt = held.Where(d => d.IsByDuty && d.DueAt > now).Min(d => d.DueAt),
                    IsByDuty = held.Exists(d => d.IsByDuty),
                    Notices = held.Count,
                    NoticesByDuty = held.Count(d => d.IsByDuty),
                    CreatedAt = now,
                    State = DeliveryStates.Pending,
                    NextAttemptAt = now,
                };
                db.Add(digest);
                foreach (Delivery each in held)
                {
                    each.State = DeliveryStates.Digested;
                    each.DigestId = digest.Id;
                    each.FinishedAt = now;
                }

                return true;
            },
            cancellation
        );

    private sealed record Whose(string Id, string PartnershipId);
}
