using System.Security.Cryptography;
using System.Text;
using Governance.Modules.Record;

namespace Governance.Modules.Transfer.Export;

/// <summary>
/// <c>verify FOLDER-OR-ARCHIVE [--key PUBLIC-KEY]</c>: checks an export of everything with nothing but its files. Every file against its
/// hash, every record from its first entry, every proof. It names each file that does not fit, and the entry of a record.
/// </summary>
public static class VerifyExportCommand
{
    private const string Records = "record/";

    /// <summary>Whether the words after "verify" name an export of everything.</summary>
    public static bool IsMeant(string[] args) =>
        args.Length > 0 && (Directory.Exists(args[0]) || ExportPlaces.IsArchive(args[0]));

    /// <returns>0 verifies, 1 does not verify, 2 usage or unreadable.</returns>
    public static int Run(TextWriter @out, string[] args)
    {
        if (
            !VerifyCommand.TryParse(args, out string path, out string? from, out string? keyFile)
            || from is not null
        )
        {
            @out.WriteLine("Usage: verify FOLDER-OR-ARCHIVE [--key PUBLIC-KEY]");
            return VerifyCommand.CannotTell;
        }

        try
        {
            using CheckpointKey? trusted = keyFile is null
                ? null
                : CheckpointKey.FromPem(File.ReadAllText(keyFile));
            if (keyFile is not null && trusted is null)
            {
                @out.WriteLine($"Cannot be read: {keyFile} is not a public key on P-256 in PEM.");
                return VerifyCommand.CannotTell;
            }

            using ExportSource source = ExportSource.Open(path);
            return Verify(@out, source, trusted);
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            @out.WriteLine($"Cannot be read: {failure.Message}");
            return VerifyCommand.CannotTell;
        }
    }

    private static int Verify(TextWriter @out, ExportSource source, CheckpointKey? trusted)
    {
        if (ReadSums(source) is not { } sums)
        {
            @out.WriteLine(
                $"Cannot be read: there is no {ExportIndex.Sums}; this is no export of everything."
            );
            return VerifyCommand.CannotTell;
        }

        int misfits = 0;
        foreach ((string path, string hash) in sums)
        {
            Judge(path, HashMisfit(source, path, hash));
        }

        foreach (
            string extra in source.Paths.Where(path =>
                path != ExportIndex.Sums && !sums.ContainsKey(path)
            )
        )
        {
            Judge(extra, $"it is not in {ExportIndex.Sums}");
        }

        string[] records =
        [
            .. sums.Keys.Where(path =>
                path.StartsWith(Records, StringComparison.Ordinal)
                && path.EndsWith("/record.jsonl", StringComparison.Ordinal)
            ),
        ];
        foreach (string record in records)
        {
            JudgeRecord(record);
        }

        @out.WriteLine(
            misfits == 0
                ? $"Verifies: {sums.Count} files, {records.Length} records."
                : $"{misfits} things do not fit."
        );
        return misfits == 0 ? VerifyCommand.Verifies : VerifyCommand.DoesNotVerify;

        void Judge(string path, string? why)
        {
            if (why is not null)
            {
                misfits++;
                @out.WriteLine(Plain($"DOES NOT VERIFY: {path}: {why}."));
            }
        }

        void JudgeRecord(string path)
        {
            RecordVerdict verdict;
            using (Stream? record = source.Read(path))
            {
                if (record is null)
                {
                    // Its hash has told so.
                    return;
                }

                verdict = new RecordVerifier(trusted).Verify(record);
            }

            Judge(
                path,
                verdict.Unreadable
                    ?? (
                        verdict.Misfit is { } misfit
                            ? $"entry {misfit.Position} (line {verdict.Line}): {misfit.Why}"
                            : null
                    )
            );
            if (!verdict.IsOk)
            {
                return;
            }

            @out.WriteLine(
                Plain(
                    $"Record of {verdict.PartnershipId}: {verdict.Entries} entries, {verdict.CoveredBy} of them signed for, key SHA-256 {verdict.Fingerprint}"
                )
            );
            Dictionary<long, SignedCheckpoint> checkpoints = CheckpointsOf(source, path);
            if (checkpoints.Count > 0)
            {
                JudgeProofs(path, "proofs.jsonl", ProofFiles.CheckInclusion, checkpoints);
                JudgeProofs(path, "consistency.jsonl", ProofFiles.CheckConsistency, checkpoints);
            }
        }

        void JudgeProofs(
            string record,
            string name,
            Func<Stream, Dictionary<long, SignedCheckpoint>, string?> check,
            Dictionary<long, SignedCheckpoint> checkpoints
        )
        {
            string path = record[..(record.LastIndexOf('/') + 1)] + name;
            using Stream? proofs = source.Read(path);
            Judge(path, proofs is null ? "it is missing" : check(proofs, checkpoints));
        }
    }

    private static Dictionary<string, string>? ReadSums(ExportSource source)
    {
        using Stream? stream = source.Read(ExportIndex.Sums);
        if (stream is null)
        {
            return null;
        }

        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        using var lines = new StreamReader(stream, Encoding.UTF8);
        while (lines.ReadLine() is { } line)
        {
            string[] parts = line.Split("  ", 2);
            if (parts.Length != 2 || RecordHash.FromHex(parts[0]) is null)
            {
                return null;
            }

            sums[parts[1]] = parts[0];
        }

        return sums;
    }

    private static string? HashMisfit(ExportSource source, string path, string hash)
    {
        using Stream? file = source.Read(path);
        return file is null ? "it is missing"
            : Convert.ToHexStringLower(SHA256.HashData(file)) != hash
                ? "its SHA-256 is another: it was changed after the export"
            : null;
    }

    /// <summary>By size; the record's verifier has found them to be signed and right.</summary>
    private static Dictionary<long, SignedCheckpoint> CheckpointsOf(
        ExportSource source,
        string record
    )
    {
        var found = new Dictionary<long, SignedCheckpoint>();
        using Stream stream = source.Read(record)!;
        var lines = new ExportLines(stream);
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (!line.StartsWith("{\"checkpoint\":"u8))
            {
                continue;
            }

            var json = new StrictJson(line);
            json.Open();
            if (SignedCheckpoint.Read(json.Text("checkpoint") ?? "") is { } checkpoint)
            {
                found[checkpoint.Checkpoint.Size] = checkpoint;
            }
        }

        return found;
    }

    /// <summary>What a file says goes to somebody's terminal: no control characters.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
