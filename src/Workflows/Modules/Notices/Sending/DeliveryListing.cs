using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Notices;

/// <summary>Which deliveries are listed, and in which order.</summary>
/// <param name="State">One of <see cref="DeliveryStates"/>; null for all.</param>
/// <param name="Channel">One of <see cref="DeliveryChannels"/>; null for all.</param>
public sealed record DeliveryFilter(string? State, string? Channel, bool OldestFirst)
{
    /// <summary>Refuses a name that there is not.</summary>
    public static Result<DeliveryFilter> Read(string? state, string? channel, string? order) =>
        state is not null && !DeliveryStates.All.Contains(state)
            ? Refusal.Malformed("state", $"One of {string.Join(", ", DeliveryStates.All)}.")
        : channel is not null && !DeliveryChannels.All.Contains(channel)
            ? Refusal.Malformed("channel", $"One of {string.Join(", ", DeliveryChannels.All)}.")
        : order is not (null or "newest" or "oldest")
            ? Refusal.Malformed("order", "One of newest, oldest.")
        : new DeliveryFilter(state, channel, order == "oldest");
}

/// <summary>The deliveries of a partnership, for its administrator: states and numbers, no text and no address.</summary>
public static class DeliveryListing
{
    public static async Task<Result<Page<DeliveryAnswer>>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        DeliveryFilter filter,
        string? after,
        int take
    )
    {
        if (after is not null && !Ids.IsId(after))
        {
            return Cursors.Unreadable();
        }

        IQueryable<Delivery> rows = db.Set<Delivery>().Where(d => d.PartnershipId == partnershipId);
        if (filter.State is { } state)
        {
            rows = rows.Where(d => d.State == state);
        }

        if (filter.Channel is { } channel)
        {
            rows = rows.Where(d => d.Channel == channel);
        }

        if (after is not null)
        {
            rows = filter.OldestFirst
                ? rows.Where(d => string.Compare(d.Id, after) > 0)
                : rows.Where(d => string.Compare(d.Id, after) < 0);
        }

        rows = filter.OldestFirst ? rows.OrderBy(d => d.Id) : rows.OrderByDescending(d => d.Id);
        List<Delivery> found = await rows.Take(take + 1).ToListAsync();
        return found.Count > take
            ? new Page<DeliveryAnswer>([.. found.Take(take).Select(AnswerFor)], found[take - 1].Id)
            : new Page<DeliveryAnswer>([.. found.Select(AnswerFor)], null);
    }

    public static async Task<DeliveryDetail?> FindAsync(GovernanceDb db, string id)
    {
        Delivery? row = await db.Set<Delivery>().SingleOrDefaultAsync(d => d.Id == id);
        return row is null
            ? null
            : new DeliveryDetail(
                AnswerFor(row),
                await db.Set<DeliveryAttempt>()
                    .Where(a => a.DeliveryId == id)
                    .OrderBy(a => a.Number)
                    .Select(a => new DeliveryAttemptAnswer(a.Number, a.At, a.Result))
                    .ToListAsync()
            );
    }

    /// <summary>How many of a partnership were given up and wait for somebody to look.</summary>
    public static Task<int> CountGivenUpAsync(GovernanceDb db, string partnershipId) =>
        db.Set<Delivery>()
            .CountAsync(d => d.PartnershipId == partnershipId && d.State == DeliveryStates.GaveUp);

    internal static DeliveryAnswer AnswerFor(Delivery row) =>
        new(
            row.Id,
            row.PartnershipId,
            row.Recipient,
            row.Channel,
            row.Template,
            row.State,
            row.Attempts,
            row.CreatedAt,
            row.State == DeliveryStates.Pending ? row.NextAttemptAt : null,
            row.FinishedAt,
            row.Result
        );
}
