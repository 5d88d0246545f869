using System.Text;
using System.Text.Json.Nodes;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Record;

/// <summary>One thing that was done, as the record has it.</summary>
/// <param name="Sequence">Its place in the partnership's record, which is its order.</param>
/// <param name="Capacity">lead, delegate or deputy, where the act was a seat's.</param>
/// <param name="Payload">What the act said; null when it said nothing, or when that was erased.</param>
public sealed record SubjectAct(
    long Sequence,
    DateTime At,
    string Act,
    string SubjectId,
    string Person,
    bool IsService,
    string? Seat,
    string? Capacity,
    string? Instrument,
    JsonNode? Payload
);

/// <summary>Which part of a history is read: the newest, or what stands before or after an entry.</summary>
public sealed record HistoryPart(long? Below = null, long? Above = null, int Take = 20);

/// <summary>
/// What was done about some subjects, newest first, found by their index. Refusals are left out. Who may know is decided outside,
/// by whoever shows the subjects.
/// </summary>
public static class SubjectHistory
{
    /// <param name="acts">The acts that are wanted, by their stable names.</param>
    public static async Task<IReadOnlyList<SubjectAct>> ReadAsync(
        GovernanceDb db,
        string partnershipId,
        IReadOnlyCollection<string> subjectTypes,
        IReadOnlyCollection<string> subjectIds,
        IReadOnlyCollection<string> acts,
        HistoryPart part
    )
    {
        IQueryable<RecordEntry> rows = db.Set<RecordEntry>()
            .AsNoTracking()
            .Where(row =>
                row.PartnershipId == partnershipId
                && subjectTypes.Contains(row.SubjectType)
                && subjectIds.Contains(row.SubjectId)
                && acts.Contains(row.Act)
                && row.Outcome == EntryOutcomes.Done
            );
        List<RecordEntry> found = await SubjectEntries.PartAsync(db, partnershipId, rows, part);
        long[] sequences = [.. found.Select(row => row.Sequence)];
        Dictionary<long, string> payloads = await db.Set<RecordPayload>()
            .Where(row => row.PartnershipId == partnershipId && sequences.Contains(row.Sequence))
            .ToDictionaryAsync(row => row.Sequence, row => row.Json);
        return [.. found.Select(row => Of(row, payloads.GetValueOrDefault(row.Sequence)))];
    }

    private static SubjectAct Of(RecordEntry row, string? payload)
    {
        // What does not read is the verification's to report; here the columns say enough.
        EntryActor? actor = EntryCanonicalForm
            .Read(Encoding.UTF8.GetBytes(row.Canonical), out _)
            ?.Actor;
        return new SubjectAct(
            row.Sequence,
            row.At,
            row.Act,
            row.SubjectId,
            row.Person,
            actor?.IsService ?? false,
            actor?.Seat,
            actor?.Capacity,
            actor?.Instrument,
            payload is null ? null : JsonNode.Parse(payload)
        );
    }
}
