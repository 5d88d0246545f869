using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Interpreter;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Instances;

/// <summary>
/// The list of instances, newest first, a part at a time. Each state is one walk on one index from where the part before ended, so a
/// part costs the same wherever it lies and however many instances there are.
/// </summary>
public static class InstanceListing
{
    /// <summary>The part after a cursor, else the first. An unreadable cursor is refused.</summary>
    /// <param name="partnershipIds">Those of which the caller may see instances.</param>
    public static async Task<Result<Page<InstanceAnswer>>> ListAsync(
        GovernanceDb db,
        IReadOnlyList<string> partnershipIds,
        InstanceFilter filter,
        string? after = null,
        int take = 50
    )
    {
        string? from = null;
        if (after is not null)
        {
            if (Cursors.Read(after, 1) is not [var id] || !Ids.IsId(id))
            {
                return Cursors.Unreadable();
            }

            from = id;
        }

        List<string> found = [];
        foreach (string partnershipId in partnershipIds)
        {
            foreach (WorkflowSubStatus state in filter.Walked)
            {
                found.AddRange(
                    await Walk(db, partnershipId, state, filter.Definition, from)
                        .Take(take + 1)
                        .ToListAsync()
                );
            }
        }

        found.Sort((one, other) => string.CompareOrdinal(other, one));
        bool more = found.Count > take;
        string[] shown = [.. found.Take(take)];
        IReadOnlyList<InstanceAnswer> answers = await InstanceBook.OfIdsAsync(db, shown);
        return new Page<InstanceAnswer>(
            [.. answers.Reverse()],
            more ? Cursors.Of(shown[^1]) : null
        );
    }

    /// <summary>As far as a list that is paged by numbers reaches; whoever looks further asks for less.</summary>
    public const int MostByNumber = 1_000;

    /// <summary>
    /// The same for a list that counts its pages: one part, and how many there are in all, both as far as
    /// <see cref="MostByNumber"/>.
    /// </summary>
    public static async Task<(IReadOnlyList<InstanceAnswer> Part, int Total)> PartAsync(
        GovernanceDb db,
        string partnershipId,
        IReadOnlyList<InstanceFilter> filters,
        int skip,
        int take
    )
    {
        int reach = (int)Math.Min((long)skip + take, MostByNumber);
        List<string> found = [];
        int total = 0;
        foreach (InstanceFilter filter in filters)
        {
            foreach (WorkflowSubStatus state in filter.Walked)
            {
                IQueryable<string> walk = Walk(db, partnershipId, state, filter.Definition, null);
                found.AddRange(await walk.Take(reach).ToListAsync());
                total += await walk.Take(MostByNumber).CountAsync();
            }
        }

        found.Sort((one, other) => string.CompareOrdinal(other, one));
        IReadOnlyList<InstanceAnswer> answers = await InstanceBook.OfIdsAsync(
            db,
            [.. found.Take(reach).Skip(skip)]
        );
        return ([.. answers.Reverse()], Math.Min(total, MostByNumber));
    }

    /// <summary>Ids alone, which stand in the index: the rows of what is shown are loaded by them.</summary>
    private static IQueryable<string> Walk(
        GovernanceDb db,
        string partnershipId,
        WorkflowSubStatus state,
        string? definitionId,
        string? from
    )
    {
        IQueryable<WorkflowInstance> rows = db.Set<WorkflowInstance>()
            .AsNoTracking()
            .Where(row => row.PartnershipId == partnershipId && row.SubStatus == state);
        if (definitionId is not null)
        {
            rows = rows.Where(row => row.DefinitionId == definitionId);
        }

        if (from is not null)
        {
            rows = rows.Where(row => string.Compare(row.Id, from) < 0);
        }

        return rows.OrderByDescending(row => row.Id).Select(row => row.Id);
    }
}
