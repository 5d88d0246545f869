using System.Globalization;
using System.Text;
using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Modules.Record;
using Governance.Modules.SignOff;

namespace Governance.Modules.Library;

/// <summary>What a certificate was found to prove.</summary>
/// <param name="Misfit">The first thing that does not fit; null when everything does.</param>
/// <param name="Pending">Everything fits so far, and no checkpoint covers it yet: it is not proved.</param>
/// <param name="Fingerprint">SHA-256 of the key, to be compared by another way.</param>
internal sealed record CertificateVerdict(
    string? Misfit,
    bool Pending,
    string Fingerprint,
    Checkpoint? Checkpoint
);

/// <summary>
/// Verifies a certificate with nothing but itself and, where it is at hand, a key that was got another way (docs/record.md §9).
/// Pure; it never throws for what stands in a certificate.
/// </summary>
internal static class CertificateVerifier
{
    public static CertificateVerdict Verify(SignOffCertificate given, CheckpointKey? trusted = null)
    {
        using CheckpointKey? key = CheckpointKey.FromPem(given.PublicKey);
        if (key is null)
        {
            return new("publicKey is not a public key on P-256 in PEM", false, "", null);
        }

        Dictionary<long, EntryContent> entries = [];
        SignedCheckpoint? checkpoint = given.Checkpoint is null
            ? null
            : SignedCheckpoint.Read(given.Checkpoint);
        string? misfit =
            JudgeKey(key, trusted)
            ?? JudgeText(given.Text)
            ?? JudgeCheckpoint(given, checkpoint, key)
            ?? JudgeEntries(given, checkpoint?.Checkpoint, entries)
            ?? JudgeSignatures(given, entries)
            ?? JudgePublication(given, entries);
        return new(
            misfit,
            misfit is null && given.Entries.Any(entry => entry.Path is null),
            key.Fingerprint,
            checkpoint?.Checkpoint
        );
    }

    private static string? JudgeKey(CheckpointKey key, CheckpointKey? trusted) =>
        trusted is null || trusted.Fingerprint == key.Fingerprint
            ? null
            : "publicKey is another key than the one that is trusted";

    private static string? JudgeText(CertificateText text)
    {
        string[] parts = [text.Class, text.Title, text.Body];
        if (
            !parts.All(part =>
                CanonicalText.IsWellFormed(part) && CanonicalText.Normalise(part) == part
            )
        )
        {
            return "the text is not in its normal form";
        }

        string hash = CanonicalText.HashOf(
            new PolicyContent(
                text.Class,
                text.Title,
                text.Body,
                text.ReviewMonths,
                [.. text.Attachments.Select(file => file.Hash)]
            )
        );
        return hash == text.Hash ? null : $"the text has the hash {hash}, not the one it goes by";
    }

    private static string? JudgeCheckpoint(
        SignOffCertificate given,
        SignedCheckpoint? checkpoint,
        CheckpointKey key
    )
    {
        if (given.Checkpoint is null)
        {
            return null;
        }

        return checkpoint is null ? "the checkpoint cannot be read"
            : !Checkpoint.IsOrigin(given.Partnership)
            || checkpoint.Checkpoint.Origin != Checkpoint.OriginOf(given.Partnership)
                ? "the checkpoint belongs to another record"
            : !key.Verify(checkpoint) ? "the checkpoint is not signed by the key"
            : null;
    }

    private static string? JudgeEntries(
        SignOffCertificate given,
        Checkpoint? checkpoint,
        Dictionary<long, EntryContent> entries
    )
    {
        foreach (CertificateEntry entry in given.Entries)
        {
            string which = Text($"entry {entry.Sequence}");
            byte[] canonical = Encoding.UTF8.GetBytes(entry.Canonical);
            if (EntryCanonicalForm.Read(canonical, out string? why) is not { } content)
            {
                return $"{which}: {why}";
            }

            byte[] hash = RecordHash.OfEntry(canonical);
            if (RecordHash.ToHex(hash) != entry.Hash)
            {
                return $"{which}: the hash is not that of its text";
            }

            if (content.PartnershipId != given.Partnership || content.Sequence != entry.Sequence)
            {
                return $"{which}: it stands elsewhere in the record, or in another record";
            }

            if (entry.Path is not null && !IsIncluded(entry, hash, checkpoint))
            {
                return $"{which}: it does not stand in the tree that the checkpoint signs";
            }

            if (!entries.TryAdd(entry.Sequence, content))
            {
                return $"{which}: it is there twice";
            }
        }

        return null;
    }

    private static bool IsIncluded(CertificateEntry entry, byte[] hash, Checkpoint? checkpoint)
    {
        byte[]?[] path = [.. entry.Path!.Select(RecordHash.FromHex)];
        return checkpoint is not null
            && Array.TrueForAll(path, node => node is not null)
            && MerkleProofs.VerifyInclusion(
                hash,
                entry.Sequence - 1,
                checkpoint.Size,
                checkpoint.Root,
                path!
            );
    }

    private static string? JudgeSignatures(
        SignOffCertificate given,
        Dictionary<long, EntryContent> entries
    )
    {
        string? round = null;
        foreach (string seat in Seats.All)
        {
            CertificateSignature[] of =
            [
                .. given.Signatures.Where(signature => signature.Seat == seat),
            ];
            if (of.Length != 1)
            {
                return $"for the seat {seat} there are {of.Length} signatures";
            }

            EntryContent? entry = entries.GetValueOrDefault(of[0].Entry);
            if (entry is null || !IsSignature(entry, of[0], given.Text.Hash))
            {
                return $"the signature for the seat {seat} is not what the record has";
            }

            round ??= entry.Subject.Id;
            if (entry.Subject.Id != round)
            {
                return "the signatures come from different rounds";
            }
        }

        return given.Signatures.Count == Seats.All.Count
            ? null
            : "there is a signature for a seat that there is not";
    }

    private static bool IsSignature(EntryContent entry, CertificateSignature given, string hash) =>
        entry.Act == CertificateBook.SignAct
        && entry.Outcome == EntryOutcomes.Done
        && entry.Subject.Type == SignOffWords.Round
        && entry.Subject.Hash == hash
        && !entry.Actor.IsService
        && entry.Actor.Person == given.Person
        && entry.Actor.Seat == given.Seat
        && entry.Actor.Capacity == given.Capacity
        && entry.Actor.Instrument == given.Instrument
        && Moment(entry.At) == given.Time;

    private static string? JudgePublication(
        SignOffCertificate given,
        Dictionary<long, EntryContent> entries
    )
    {
        EntryContent? entry = entries.GetValueOrDefault(given.Publication.Entry);
        bool fits =
            entry is not null
            && entry.Act == CertificateBook.PublishAct
            && entry.Outcome == EntryOutcomes.Done
            && entry.Subject.Type == PoliciesWords.Policy
            && entry.Subject.Id == given.Policy
            && entry.Subject.Hash == given.Text.Hash
            && Moment(entry.At) == given.Publication.Time
            && given.Signatures.All(signature => signature.Entry < entry.Sequence);
        return fits ? null : "the publication is not what the record has";
    }

    private static string Moment(DateTime at) =>
        at.ToString(EntryCanonicalForm.MomentFormat, CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
