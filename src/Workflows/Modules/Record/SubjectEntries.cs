using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Record;

/// <summary>
/// A part of what a record says of some subjects. Their numbers are found by the subjects' index and put in order here, then the rows
/// by their key: a database that is asked for both at once walks the whole record backwards until it has found enough.
/// </summary>
internal static class SubjectEntries
{
    /// <param name="ofSubjects">Entries of the partnership about the subjects, in no order: as many as happened to them.</param>
    /// <returns>The part, newest first; with <see cref="HistoryPart.Above"/>, those that come next above.</returns>
    public static async Task<List<RecordEntry>> PartAsync(
        GovernanceDb db,
        string partnershipId,
        IQueryable<RecordEntry> ofSubjects,
        HistoryPart part,
        CancellationToken cancellation = default
    )
    {
        List<long> all = await ofSubjects.Select(row => row.Sequence).ToListAsync(cancellation);
        long[] wanted =
        [
            .. (
                part.Above is { } above
                    ? all.Where(sequence => sequence > above).Order()
                    : all.Where(sequence => part.Below is null || sequence < part.Below)
                        .OrderDescending()
            ).Take(part.Take),
        ];
        if (wanted.Length == 0)
        {
            return [];
        }

        List<RecordEntry> rows = await db.Set<RecordEntry>()
            .AsNoTracking()
            .Where(row => row.PartnershipId == partnershipId && wanted.Contains(row.Sequence))
            .ToListAsync(cancellation);
        return [.. rows.OrderByDescending(row => row.Sequence)];
    }
}
