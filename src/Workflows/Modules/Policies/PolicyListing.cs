using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>
/// The list of a partnership's policies, a part at a time and in both directions. Each state is one walk on one index from where
/// the part before ended, so a part costs the same wherever it lies and however many policies there are; a search for a rare word
/// loads what has that word instead.
/// </summary>
public static class PolicyListing
{
    /// <summary>More than this is counted no further.</summary>
    public const int MostCounted = 999;

    /// <summary>A word that more policies have than this is looked for on the way, not up front.</summary>
    internal const int RareWord = 1_000;

    /// <summary>The part after or before a cursor, else the first. An unreadable cursor is refused.</summary>
    public static async Task<Result<PolicyList>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        PolicyFilter filter,
        string? after = null,
        string? before = null,
        int take = 50
    )
    {
        Result<PolicyView> view = await ViewAsync(db, partnershipId, personId, now, filter);
        if (view.IsRefused)
        {
            return view.Refusal;
        }

        if (after is not null && before is not null)
        {
            return Refusal.Malformed("before", "Send after or before, not both.");
        }

        PolicyOrder order = PolicyOrder.Of(filter.Sort, view.Value.SeesDrafts);
        PolicyPosition? from = null;
        if ((after ?? before) is { } cursor && !order.TryRead(cursor, out from))
        {
            return Cursors.Unreadable(after is null ? "before" : "after");
        }

        bool back = before is not null;
        List<PolicyRow> found = await FindAsync(db, view.Value, order, from, back, take + 1);
        bool more = found.Count > take;
        List<PolicyRow> shown = found.GetRange(0, Math.Min(take, found.Count));
        if (back)
        {
            shown.Reverse();
        }

        return new PolicyList(
            [.. shown.Select(row => row.Line(view.Value.SeesDrafts))],
            shown.Count > 0 && (back || more) ? order.Write(shown[^1]) : null,
            shown.Count > 0 && (back ? more : from is not null) ? order.Write(shown[0]) : null
        );
    }

    /// <summary>How many the filter finds: up to <see cref="MostCounted"/>, and one more when there are more than that.</summary>
    public static async Task<Result<int>> CountAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        PolicyFilter filter
    )
    {
        Result<PolicyView> view = await ViewAsync(db, partnershipId, personId, now, filter);
        if (view.IsRefused)
        {
            return view.Refusal;
        }

        if (view.Value.RareIds is not null)
        {
            PolicyOrder order = PolicyOrder.Of(filter.Sort, view.Value.SeesDrafts);
            return (await FindAsync(db, view.Value, order, null, false, MostCounted + 1)).Count;
        }

        int counted = 0;
        foreach (IQueryable<Policy> walk in view.Value.Walks(db))
        {
            int room = MostCounted + 1 - counted;
            counted += room == 0 ? 0 : await walk.Take(room).CountAsync();
        }

        return counted;
    }

    /// <summary>What changed lately, newest first.</summary>
    public static async Task<Result<PolicyLine[]>> RecentAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        int take = 10
    ) =>
        (await ListAsync(db, partnershipId, personId, now, new PolicyFilter(), take: take)).Then(
            list => list.Items.ToArray()
        );

    private static async Task<Result<PolicyView>> ViewAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        PolicyFilter filter
    )
    {
        DateOnly today = London.DateOf(now);
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            PoliciesPermissions.Read,
            today
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        PolicyView view = new(
            partnershipId,
            personId,
            standing.Value.HoldsAny(PoliciesPermissions.DraftReaders),
            filter,
            filter.DueBefore(today)
        );
        return view with { RareIds = await RareIdsAsync(db, partnershipId, view.Words) };
    }

    private static async Task<List<PolicyRow>> FindAsync(
        GovernanceDb db,
        PolicyView view,
        PolicyOrder order,
        PolicyPosition? from,
        bool back,
        int take
    )
    {
        List<PolicyRow> found = [];
        if (view.RareIds is { } ids)
        {
            List<PolicyRow> rows = await db.Set<Policy>()
                .Where(policy => ids.Contains(policy.Id))
                .Select(PolicyRow.Selected)
                .ToListAsync();
            found.AddRange(rows.Where(row => view.Shows(row) && order.Follows(row, from, back)));
        }
        else
        {
            foreach (IQueryable<Policy> walk in view.Walks(db))
            {
                found.AddRange(
                    await order
                        .Walk(walk, from, back)
                        .Take(take)
                        .Select(PolicyRow.Selected)
                        .ToListAsync()
                );
            }
        }

        found.Sort(order.Comparison(back));
        return found.Count > take ? found[..take] : found;
    }

    /// <summary>The policies that have the rarest of the words; null when every word is common, or none is asked for.</summary>
    private static async Task<string[]?> RareIdsAsync(
        GovernanceDb db,
        string partnershipId,
        string[] words
    )
    {
        List<string>? rarest = null;
        foreach (string word in words)
        {
            string end = word + '\uffff';
            List<string> ids = await db.Set<PolicyWord>()
                .Where(each => each.PartnershipId == partnershipId)
                .Where(each =>
                    string.Compare(each.Word, word) >= 0 && string.Compare(each.Word, end) < 0
                )
                .Select(each => each.PolicyId)
                .Take(RareWord + 1)
                .ToListAsync();
            rarest =
                ids.Count <= RareWord && (rarest is null || ids.Count < rarest.Count)
                    ? ids
                    : rarest;
        }

        return rarest?.Distinct(StringComparer.Ordinal).ToArray();
    }
}
