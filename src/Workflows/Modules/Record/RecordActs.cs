using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Record;

/// <summary>
/// Writes an act's entries: its own, then what else it brought about, one after the other under the lock of the record's head.
/// Refusals are recorded for people only; what a timer may not do is no matter of accountability.
/// </summary>
internal sealed class RecordActs : IRecordActs
{
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

        GovernanceDb db = act.Db;
        HeadAt before;
        if (db.LocksRows)
        {
            // The head is the last lock of an act: its own rows are written, and so locked, first.
            await db.SaveChangesAsync();
            before = await ServerRecordRows.LockHeadAsync(db, act.PartnershipId);
        }
        else
        {
            before = await SqliteRecordRows.Of(db).ReadHeadAsync(db, act.PartnershipId);
        }

        NewRows rows = Compose(act, before, refusal);
        await (
            db.LocksRows
                ? ServerRecordRows.WriteAsync(db, rows)
                : SqliteRecordRows.Of(db).WriteAsync(db, rows)
        );
    }

    private static NewRows Compose(Act act, HeadAt before, Refusal? refusal)
    {
        var entries = new List<(RecordEntry, RecordPayload?)>(1 + act.FurtherEntries.Count);
        HeadAt head = before;
        Append(new EntryDraft(act.Name, act.Subject, act.Payload));
        foreach (EntryDraft further in act.FurtherEntries)
        {
            Append(further);
        }

        return new NewRows(act.PartnershipId, before, head, entries);

        void Append(EntryDraft draft)
        {
            long sequence = head.Sequence + 1;
            RecordPayload? payload = refusal is null
                ? Seal(act.PartnershipId, sequence, draft.Payload)
                : null;
            var entry = RecordEntry.Of(Content(act, draft, refusal, head, payload));
            entries.Add((entry, payload));
            head = new HeadAt(sequence, entry.Hash);
        }
    }

    private static EntryContent Content(
        Act act,
        EntryDraft draft,
        Refusal? refusal,
        HeadAt head,
        RecordPayload? payload
    ) =>
        new()
        {
            PartnershipId = act.PartnershipId,
            Sequence = head.Sequence + 1,
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
        };

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
