using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Governance.Modules.Record;
using Governance.Storage;

namespace Governance.Tests.Workflows.Modules.Record;

/// <summary>A record made without a database: entries, payloads and a key, the same on every run but for the signatures.</summary>
internal sealed class SampleRecord
{
    public const string PartnershipId = "north-haven";

    public static CheckpointSigner Signer { get; } = NewSigner();

    public static readonly DateTime Start = new(2027, 2, 3, 17, 0, 1, DateTimeKind.Utc);

    public List<byte[]> Canonical { get; } = [];

    public List<byte[]> Hashes { get; } = [];

    public List<HeldPayload?> Payloads { get; } = [];

    public static CheckpointSigner NewSigner()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return CheckpointSigner.FromPem(key.ExportPkcs8PrivateKeyPem());
    }

    public static SampleRecord Of(int entries)
    {
        var sample = new SampleRecord();
        for (int number = 1; number <= entries; number++)
        {
            sample.Add(number);
        }

        return sample;
    }

    public void Add(int number, string act = "sign-off.sign")
    {
        HeldPayload? payload = number % 3 == 0 ? null : Payload(number);
        byte[] previous = Hashes.Count == 0 ? RecordHash.Genesis : Hashes[^1];
        byte[] canonical = EntryCanonicalForm.Write(
            Entry(number, act, RecordHash.ToHex(previous), payload)
        );
        Canonical.Add(canonical);
        Hashes.Add(RecordHash.OfEntry(canonical));
        Payloads.Add(payload);
    }

    public static EntryContent Entry(
        long number,
        string act,
        string previous,
        HeldPayload? payload = null
    ) =>
        new()
        {
            PartnershipId = PartnershipId,
            Sequence = number,
            At = Start.AddMilliseconds(number * 7),
            Actor =
                number % 5 == 0
                    ? new EntryActor("timers", true, null, null, null)
                    : new EntryActor("person-1", false, "police", "delegate", "instrument-7"),
            Act = act,
            Subject = new SubjectRef("policy", "policy-1", number % 2 == 0 ? "ab12" : null),
            RefusalCode = number % 7 == 0 ? "sign-off.author-cannot-sign" : null,
            DefinitionVersion = "policy:3",
            CalendarVersion = "england-and-wales:1",
            Payload = payload is null
                ? null
                : RecordHash.ToHex(RecordHash.OfPayload(payload.Salt, payload.Json)),
            Previous = previous,
        };

    public byte[] Root(int size)
    {
        var tree = new MerkleFrontier();
        foreach (byte[] hash in Hashes.Take(size))
        {
            tree.Append(hash);
        }

        return tree.Root();
    }

    public SignedCheckpoint Checkpoint(int size, CheckpointSigner? signer = null) =>
        (signer ?? Signer).Sign(
            new Checkpoint(
                Governance.Modules.Record.Checkpoint.OriginOf(PartnershipId),
                size,
                Root(size),
                Start.AddSeconds(size)
            )
        );

    /// <summary>Runs the entries with their payloads through a check.</summary>
    public RecordMisfit? Check()
    {
        var check = new RecordCheck(PartnershipId, Signer.PublicKey);
        for (int at = 0; at < Canonical.Count; at++)
        {
            if (check.AddEntry(Canonical[at], Hashes[at], Payloads[at]) is { } misfit)
            {
                return misfit;
            }
        }

        return null;
    }

    /// <summary>The export: a checkpoint stands after every <paramref name="every"/>-th entry and after the last.</summary>
    public byte[] Export(int every = 4, CheckpointSigner? signer = null)
    {
        var output = new ArrayBufferWriter<byte>();
        RecordExport.WriteHeader(
            output,
            PartnershipId,
            (signer ?? Signer).PublicKey,
            withPayloads: true
        );
        for (int at = 0; at < Canonical.Count; at++)
        {
            RecordExport.WriteEntry(output, Canonical[at], Hashes[at], Payloads[at]);
            if ((at + 1) % every == 0 || at + 1 == Canonical.Count)
            {
                RecordExport.WriteCheckpoint(output, Checkpoint(at + 1, signer).Text);
            }
        }

        RecordExport.WriteEnd(
            output,
            Canonical.Count,
            Hashes.Count == 0 ? RecordHash.Genesis : Hashes[^1]
        );
        return output.WrittenSpan.ToArray();
    }

    private static HeldPayload Payload(int number) =>
        new(
            SHA256.HashData(Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture))),
            $$"""{"reason":"Reason {{number}}"}"""
        );
}
