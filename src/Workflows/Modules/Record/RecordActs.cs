using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Record;

/// <summary>
/// Writes an act's entries: its own, then what else it brought about, one after the other under the lock of the record's head.
/// Refusals are recorded for people only; what a timer may not do is no matter of accountability.
/// </summary>
internal sealed class RecordActs : IRecordActs
{
    private const string HeadForUpdate =
        "SELECT * FROM \"RecordHead\" WHERE \"PartnershipId\" = {0} FOR UPDATE";

    private const string FirstHead =
        "INSERT INTO \"RecordHead\" (\"PartnershipId\", \"Sequence\", \"Hash\", \"Version\") VALUES ({0}, 0, {1}, 0) ON CONFLICT DO NOTHING";

    private static readonly JsonSerializerOptions PayloadJson = new(JsonSerializerOptions.Web)
    {
        // The text is hashed and exported, never put into a page as it is; umlauts and quotes stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public async Task AppendAsync(Act act, Refusal? refusal)
    {
        if (refusal is not null && act.Caller.IsService)
        {
            return;
        }

        RecordHead head = await LockHeadAsync(act.Db, act.PartnershipId);
        Append(act, head, new EntryDraft(act.Name, act.Subject, act.Payload), refusal);
        foreach (EntryDraft further in act.FurtherEntries)
        {
            Append(act, head, further, refusal: null);
        }
    }

    /// <summary>
    /// The head is the last lock of an act: its own rows are written (and so locked) first. Whoever comes second waits here and
    /// then sees the head that the first committed.
    /// </summary>
    private static async Task<RecordHead> LockHeadAsync(GovernanceDb db, string partnershipId)
    {
        if (!db.LocksRows)
        {
            RecordHead? head = await db.Set<RecordHead>()
                .SingleOrDefaultAsync(row => row.PartnershipId == partnershipId);
            return head ?? db.Add(Begin(partnershipId)).Entity;
        }

        await db.SaveChangesAsync();
        if (await ReadLockedAsync(db, partnershipId) is { } locked)
        {
            return locked;
        }

        await db.Database.ExecuteSqlRawAsync(FirstHead, partnershipId, RecordHash.Genesis);
        return (await ReadLockedAsync(db, partnershipId))!;
    }

    private static async Task<RecordHead?> ReadLockedAsync(GovernanceDb db, string partnershipId)
    {
        List<RecordHead> rows = await db.Set<RecordHead>()
            .FromSqlRaw(HeadForUpdate, partnershipId)
            .ToListAsync();
        return rows.SingleOrDefault();
    }

    private static RecordHead Begin(string partnershipId) =>
        new()
        {
            PartnershipId = partnershipId,
            Sequence = 0,
            Hash = RecordHash.Genesis,
        };

    private static void Append(Act act, RecordHead head, EntryDraft draft, Refusal? refusal)
    {
        long sequence = head.Sequence + 1;
        RecordPayload? payload = refusal is null
            ? Seal(act.PartnershipId, sequence, draft.Payload)
            : null;
        RecordEntry row = RecordEntry.Of(
            new EntryContent
            {
                PartnershipId = act.PartnershipId,
                Sequence = sequence,
                At = act.Now,
                Actor = new EntryActor(
                    act.Caller.PersonId,
                    act.Caller.IsService,
                    act.Capacity?.Seat,
                    act.Capacity?.Capacity,
                    act.Capacity?.InstrumentId
                ),
                Act = draft.Name,
                Subject = draft.Subject,
                RefusalCode = refusal?.Code,
                DefinitionVersion = act.DefinitionVersionId,
                CalendarVersion = act.CalendarVersion,
                Payload = payload is null
                    ? null
                    : RecordHash.ToHex(RecordHash.OfPayload(payload.Salt, payload.Json)),
                Previous = RecordHash.ToHex(head.Hash),
            }
        );
        act.Db.Add(row);
        if (payload is not null)
        {
            act.Db.Add(payload);
        }

        head.Sequence = sequence;
        head.Hash = row.Hash;
    }

    private static RecordPayload? Seal(string partnershipId, long sequence, object? payload) =>
        payload is null
            ? null
            : new RecordPayload
            {
                PartnershipId = partnershipId,
                Sequence = sequence,
                Salt = RandomNumberGenerator.GetBytes(RecordHash.Length),
                Json = JsonSerializer.Serialize(payload, payload.GetType(), PayloadJson),
            };
}
