using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Record;

/// <summary>Which entries of a record are looked at.</summary>
/// <param name="SubjectType">With <paramref name="SubjectId"/>: only those about this subject.</param>
/// <param name="Refused">Only what was refused.</param>
public sealed record RecordFilter(
    string? SubjectType = null,
    string? SubjectId = null,
    bool Refused = false
);

/// <summary>A part of a record, newest first.</summary>
/// <param name="Next">The sequence number that older entries lie below; null when there are none.</param>
/// <param name="Previous">The sequence number that newer entries lie above; null when there are none.</param>
public sealed record RecordPart(IReadOnlyList<RecordedEntry> Items, long? Next, long? Previous);

/// <summary>The entries as people read them: newest first, by subject, or only what was refused. Who may read is decided outside.</summary>
public static class RecordListing
{
    public static async Task<RecordPart> ListAsync(
        GovernanceDb db,
        string partnershipId,
        RecordFilter filter,
        HistoryPart part,
        CancellationToken cancellation = default
    )
    {
        IQueryable<RecordEntry> rows = db.Set<RecordEntry>()
            .AsNoTracking()
            .Where(row => row.PartnershipId == partnershipId);
        if (filter.SubjectId is { } subject)
        {
            string type = filter.SubjectType ?? string.Empty;
            rows = rows.Where(row => row.SubjectType == type && row.SubjectId == subject);
        }

        if (filter.Refused)
        {
            rows = rows.Where(row => row.Outcome == EntryOutcomes.Refused);
        }

        bool newer = part.Above is not null;
        HistoryPart oneMore = part with { Take = part.Take + 1 };
        List<RecordEntry> found = filter.SubjectId is null
            ? await InOrderAsync(rows, oneMore, cancellation)
            : await SubjectEntries.PartAsync(db, partnershipId, rows, oneMore, cancellation);
        bool isMore = found.Count > part.Take;
        RecordEntry[] page = newer ? [.. found.TakeLast(part.Take)] : [.. found.Take(part.Take)];
        if (page.Length == 0)
        {
            return new RecordPart([], null, null);
        }

        return new RecordPart(
            await RecordBook.ViewAsync(db, partnershipId, page, cancellation),
            isMore || newer ? page[^1].Sequence : null,
            (newer && isMore) || part.Below is not null ? page[0].Sequence : null
        );
    }

    /// <summary>Newest first, walking the record from where the part begins.</summary>
    private static async Task<List<RecordEntry>> InOrderAsync(
        IQueryable<RecordEntry> rows,
        HistoryPart part,
        CancellationToken cancellation
    )
    {
        List<RecordEntry> found = await (
            part.Above is { } above
                ? rows.Where(row => row.Sequence > above).OrderBy(row => row.Sequence)
                : rows.Where(row => part.Below == null || row.Sequence < part.Below)
                    .OrderByDescending(row => row.Sequence)
        )
            .Take(part.Take)
            .ToListAsync(cancellation);
        return [.. found.OrderByDescending(row => row.Sequence)];
    }

    /// <summary>One entry; null when the record has none of this number.</summary>
    public static async Task<RecordedEntry?> FindAsync(
        GovernanceDb db,
        string partnershipId,
        long sequence,
        CancellationToken cancellation = default
    )
    {
        List<RecordEntry> found = await db.Set<RecordEntry>()
            .AsNoTracking()
            .Where(row => row.PartnershipId == partnershipId && row.Sequence == sequence)
            .ToListAsync(cancellation);
        return (
            await RecordBook.ViewAsync(db, partnershipId, found, cancellation)
        ).SingleOrDefault();
    }

    /// <summary>How many entries the record has.</summary>
    public static async Task<long> CountAsync(
        GovernanceDb db,
        string partnershipId,
        CancellationToken cancellation = default
    ) => (await StoredRecord.HeadAsync(db, partnershipId, cancellation))?.Sequence ?? 0;
}
