using System.Text;
using Governance.Contracts;
using Governance.Contracts.Search;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Search;

/// <summary>
/// One search over everything that somebody may read in a partnership. Who may read is asked in the query itself: what a reader holds no
/// key to is neither found nor counted, and a page of results is full until the last.
/// </summary>
public sealed class SearchBook
{
    /// <summary>Counting ends there.</summary>
    public const int MostCounted = 10_000;

    private readonly ISearchDialect _dialect;
    private readonly SearchIndex _index;
    private readonly IHoldSearchKeys[] _holders;

    internal SearchBook(
        ISearchDialect dialect,
        SearchIndex index,
        IEnumerable<IHoldSearchKeys> holders
    )
    {
        _dialect = dialect;
        _index = index;
        _holders = [.. holders];
    }

    /// <param name="after">The <c>next</c> of the part before.</param>
    public async Task<Result<SearchAnswer>> FindAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        SearchFilter filter,
        string? after = null,
        int take = 20
    )
    {
        SearchCursor? from = null;
        if (after is not null && (from = SearchCursor.Read(after, filter.Sort)) is null)
        {
            return Cursors.Unreadable();
        }

        Result<IReadOnlyList<string>> keys = await KeysAsync(db, partnershipId, personId, now);
        if (keys.IsRefused)
        {
            return keys.Refusal;
        }

        List<FoundRow> found = await RowsAsync(
            db,
            partnershipId,
            keys.Value,
            filter,
            from,
            take + 1
        );
        List<CountedRow> counted = await CountAsync(db, partnershipId, keys.Value, filter);
        FoundRow[] page = [.. found.Take(take)];
        long[] numbers = [.. page.Select(row => row.Number)];
        Dictionary<long, string> bodies = await db.Set<SearchText>()
            .Where(text => numbers.Contains(text.Number))
            .ToDictionaryAsync(text => text.Number, text => text.Body);
        int count = counted
            .Where(row => filter.Kind is null || row.Kind == filter.Kind)
            .Where(row => filter.State is null || row.State == filter.State)
            .Sum(row => row.Count);
        return new SearchAnswer(
            [
                .. page.Select(row =>
                    row.Hit(bodies.GetValueOrDefault(row.Number, ""), filter.Words)
                ),
            ],
            found.Count > take ? SearchCursor.Of(page[^1], filter.Sort) : null,
            count,
            counted.Sum(row => row.Count) >= MostCounted,
            [
                .. counted
                    .Where(row => filter.State is null || row.State == filter.State)
                    .GroupBy(row => row.Kind)
                    .OrderBy(kind => SearchKinds.All.ToList().IndexOf(kind.Key))
                    .Select(kind => new SearchCount(kind.Key, kind.Sum(row => row.Count))),
            ],
            [
                .. counted
                    .Where(row => filter.Kind is null || row.Kind == filter.Kind)
                    .Where(row => row.State is not null)
                    .GroupBy(row => row.State!)
                    .OrderBy(state => state.Key, StringComparer.Ordinal)
                    .Select(state => new SearchCount(state.Key, state.Sum(row => row.Count))),
            ]
        );
    }

    /// <summary>What can be chosen to narrow by: the bodies and groups that somebody may read of, by name.</summary>
    public async Task<IReadOnlyList<SearchPlace>> PlacesAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now
    )
    {
        Result<IReadOnlyList<string>> keys = await KeysAsync(db, partnershipId, personId, now);
        if (keys.IsRefused)
        {
            return [];
        }

        IReadOnlyList<string> held = keys.Value;
        return await (
            from text in db.Set<SearchText>()
            where text.PartnershipId == partnershipId
            where text.Kind == SearchKinds.Body || text.Kind == SearchKinds.Group
            where
                db.Set<SearchAudienceKey>()
                    .Any(key => key.Audience == text.Audience && held.Contains(key.Key))
            orderby text.Title
            select new SearchPlace(text.Kind, text.SubjectId, text.Title)
        )
            .Take(200)
            .ToListAsync();
    }

    private async Task<Result<IReadOnlyList<string>>> KeysAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now
    )
    {
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId == Partnership.Installation ? null : partnershipId,
            personId,
            PartnershipsPermissions.SeePartnership,
            London.DateOf(now)
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        List<string> keys =
        [
            .. SearchKeys.Held(
                standing.Value,
                _index.Sources.SelectMany(source => source.Permissions).Distinct()
            ),
        ];
        if (!standing.Value.Holds(Roles.Administrator))
        {
            foreach (IHoldSearchKeys holder in _holders)
            {
                keys.AddRange(await holder.OfAsync(db, standing.Value));
            }
        }

        return keys;
    }

    private async Task<List<FoundRow>> RowsAsync(
        GovernanceDb db,
        string partnershipId,
        IReadOnlyList<string> keys,
        SearchFilter filter,
        SearchCursor? from,
        int take
    )
    {
        SqlParts sql = new();
        string score =
            filter.Sort == SearchFilter.Best
                ? _dialect.Score(filter.Words, sql)
                : _dialect.Score(SearchWords.None, sql);
        StringBuilder rows = new(
            $"""
            SELECT t."Number", t."Kind", t."SubjectId", t."PageId", t."Part", t."PartnershipId", t."Title", t."State", t."BodyId", t."GroupId", t."At", t."IsEarlier", {score} AS "Score"
            FROM {_dialect.From(filter.Words, sql)}
            WHERE {Readable(partnershipId, keys, filter, sql)}
            """
        );
        Narrow(rows, "Kind", filter.Kind, sql);
        Narrow(rows, "State", filter.State, sql);
        string order;
        if (filter.Sort == SearchFilter.Best)
        {
            rows.Insert(0, "SELECT * FROM (").Append(") r");
            if (from is { } passed)
            {
                string at = sql.Add(passed.Score);
                rows.Append(
                    $" WHERE r.\"Score\" > {at} OR (r.\"Score\" = {at} AND r.\"Number\" < {sql.Add(passed.Number)})"
                );
            }

            order = "r.\"Score\", r.\"Number\" DESC";
        }
        else
        {
            if (from is { } passed)
            {
                string at = sql.Add(passed.At);
                rows.Append(
                    $" AND t.\"At\" <= {at} AND (t.\"At\" < {at} OR t.\"Number\" < {sql.Add(passed.Number)})"
                );
            }

            order = "t.\"At\" DESC, t.\"Number\" DESC";
        }

        rows.Append($" ORDER BY {order}").Append(_dialect.First(take, isSorted: true));
        return await db.Database.SqlQueryRaw<FoundRow>(rows.ToString(), sql.Values).ToListAsync();
    }

    /// <summary>By kind and state, with every other filter: what each choice would leave.</summary>
    private async Task<List<CountedRow>> CountAsync(
        GovernanceDb db,
        string partnershipId,
        IReadOnlyList<string> keys,
        SearchFilter filter
    )
    {
        SqlParts sql = new();
        string text = $"""
            SELECT c."Kind", c."State", CAST(COUNT(*) AS INTEGER) AS "Count" FROM (
                SELECT t."Kind", t."State" FROM {_dialect.From(filter.Words, sql)}
                WHERE {Readable(partnershipId, keys, filter, sql)}{_dialect.First(
                MostCounted,
                isSorted: false
            )}
            ) c GROUP BY c."Kind", c."State"
            """;
        return await db.Database.SqlQueryRaw<CountedRow>(text, sql.Values).ToListAsync();
    }

    /// <summary>What is looked for, of the partnership, that one of the keys opens, and every filter but kind and state.</summary>
    private string Readable(
        string partnershipId,
        IReadOnlyList<string> keys,
        SearchFilter filter,
        SqlParts sql
    )
    {
        StringBuilder where = new(_dialect.Has(filter.Words, sql));
        where.Append($" AND t.\"PartnershipId\" = {sql.Add(partnershipId)}");
        where.Append(
            $" AND t.\"Audience\" IN (SELECT a.\"Audience\" FROM \"SearchAudience\" a WHERE a.\"Key\" IN ({sql.AddAll(keys)}))"
        );
        where.Append($" AND (t.\"Unless\" IS NULL OR t.\"Unless\" NOT IN ({sql.AddAll(keys)}))");
        if (!filter.Earlier)
        {
            where.Append($" AND t.\"IsEarlier\" = {sql.Add(false)}");
        }

        Narrow(where, "BodyId", filter.Body, sql);
        Narrow(where, "GroupId", filter.Group, sql);
        if (filter.Seat is { } seat)
        {
            where.Append($" AND t.\"Seats\" LIKE {sql.Add($"% {seat} %")}");
        }

        if (filter.From is { } first)
        {
            where.Append($" AND t.\"At\" >= {sql.Add(first)}");
        }

        if (filter.Before is { } before)
        {
            where.Append($" AND t.\"At\" < {sql.Add(before)}");
        }

        return where.ToString();
    }

    private static void Narrow(StringBuilder where, string column, string? value, SqlParts sql)
    {
        if (value is not null)
        {
            where.Append($" AND t.\"{column}\" = {sql.Add(value)}");
        }
    }
}

/// <summary>A body or a group to narrow a search by.</summary>
public sealed record SearchPlace(string Kind, string Id, string Name);
