using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Search;

/// <summary>
/// Fills the index from what is stored: for a database that an earlier release left without, and whenever a kind is described otherwise
/// than before. In portions, each a transaction of its own; whoever is cut off is gone on from by the next, on whichever host.
/// </summary>
public sealed class FillIndex
{
    private const int Portion = 100;

    private readonly ISearchDialect _dialect;
    private readonly SearchIndex _index;
    private readonly IReadGovernance _reads;
    private readonly Upkeep _upkeep;

    internal FillIndex(
        ISearchDialect dialect,
        SearchIndex index,
        IReadGovernance reads,
        Upkeep upkeep
    )
    {
        _dialect = dialect;
        _index = index;
        _reads = reads;
        _upkeep = upkeep;
    }

    /// <summary>What is missing; nothing where all is there. Tells how many subjects of a kind it has looked at so far.</summary>
    public async Task CatchUpAsync(
        Action<string, int>? tell = null,
        CancellationToken cancellation = default
    )
    {
        foreach (ISearchSource source in _index.Sources)
        {
            await FillAsync(source, tell, cancellation);
        }
    }

    /// <summary>
    /// Everything anew, by the database's own index too: what is right already stays, what is wrong is replaced, and what nothing stands
    /// behind any more goes. People search on meanwhile.
    /// </summary>
    public async Task RebuildAsync(
        Action<string, int>? tell = null,
        CancellationToken cancellation = default
    )
    {
        await _upkeep.RunAsync(
            async db =>
            {
                db.RemoveRange(await db.Set<SearchFill>().ToListAsync(CancellationToken.None));
                if (_dialect.Rebuild is { } rebuild)
                {
                    await db.Database.ExecuteSqlRawAsync(rebuild, CancellationToken.None);
                }

                return true;
            },
            cancellation
        );
        await CatchUpAsync(tell, cancellation);
        await DropUnknownKindsAsync(cancellation);
    }

    private async Task FillAsync(
        ISearchSource source,
        Action<string, int>? tell,
        CancellationToken cancellation
    )
    {
        if (await IsDoneAsync(source, cancellation))
        {
            return;
        }

        int looked = 0;
        while (true)
        {
            (int some, bool done) = await _upkeep.RunAsync(
                db => FillPortionAsync(db, source),
                cancellation
            );
            looked += some;
            tell?.Invoke(source.Kind, looked);
            if (done)
            {
                return;
            }
        }
    }

    private async Task<bool> IsDoneAsync(ISearchSource source, CancellationToken cancellation)
    {
        await using GovernanceDb db = _reads.OpenReader();
        return await db.Set<SearchFill>()
            .AnyAsync(
                fill =>
                    fill.Kind == source.Kind
                    && fill.Edition == source.Edition
                    && fill.IsDone == true,
                cancellation
            );
    }

    private static async Task<(int Looked, bool Done)> FillPortionAsync(
        GovernanceDb db,
        ISearchSource source
    )
    {
        SearchFill? fill = await db.Set<SearchFill>()
            .AsTracking()
            .SingleOrDefaultAsync(each => each.Kind == source.Kind);
        if (fill is null)
        {
            fill = new SearchFill { Kind = source.Kind, Edition = source.Edition };
            db.Add(fill);
        }
        else if (fill.Edition != source.Edition)
        {
            (fill.Edition, fill.After, fill.IsDone) = (source.Edition, null, false);
        }

        if (fill.IsDone)
        {
            return (0, true);
        }

        // Subjects that are stored, and those that the index knows: what is gone leaves it.
        string? after = fill.After;
        IReadOnlyList<string> stored = await source.NextAsync(db, after, Portion);
        List<string> known = await db.Set<SearchText>()
            .Where(text => text.Kind == source.Kind)
            .Where(text => after == null || string.Compare(text.SubjectId, after) > 0)
            .Select(text => text.SubjectId)
            .Distinct()
            .OrderBy(id => id)
            .Take(Portion)
            .ToListAsync();
        string[] portion =
        [
            .. stored
                .Union(known, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Take(Portion),
        ];
        if (portion.Length == 0)
        {
            fill.IsDone = true;
            return (0, true);
        }

        await SearchIndex.WriteAsync(db, source, portion, all: true);
        fill.After = portion[^1];
        return (portion.Length, false);
    }

    private Task<int> DropUnknownKindsAsync(CancellationToken cancellation)
    {
        string[] kinds = [.. _index.Sources.Select(source => source.Kind)];
        return _upkeep.RunAsync(
            db =>
                db.Set<SearchText>().Where(text => !kinds.Contains(text.Kind)).ExecuteDeleteAsync(),
            cancellation
        );
    }
}
