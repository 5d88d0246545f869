using System.Text.Json;
using Governance.Modules.Record;

namespace Governance.Modules.Transfer.Export;

/// <summary>Checks the proofs of one record with nothing but the files: what does not fit comes back in words, null when all does.</summary>
internal static class ProofFiles
{
    /// <param name="checkpoints">The record's checkpoints as its own file has them, verified already.</param>
    public static string? CheckInclusion(
        Stream proofs,
        Dictionary<long, SignedCheckpoint> checkpoints
    )
    {
        var lines = new ExportLines(proofs);
        SignedCheckpoint? latest = null;
        long expected = 1;
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            string at = $"line {lines.Number}";
            if (Parse(line) is not { } row)
            {
                return $"{at} is no JSON";
            }

            using (row)
            {
                if (latest is null)
                {
                    latest = SignedCheckpoint.Read(Text(row, "checkpoint"));
                    if (
                        latest is null
                        || !checkpoints.TryGetValue(latest.Checkpoint.Size, out var known)
                        || known.Text != latest.Text
                    )
                    {
                        return $"{at}: the checkpoint is not one of the record's";
                    }

                    continue;
                }

                (long entry, byte[]? hash, byte[][]? path) = (
                    Number(row, "entry"),
                    RecordHash.FromHex(Text(row, "hash")),
                    PathOf(row)
                );
                if (
                    entry != expected
                    || hash is null
                    || path is null
                    || !MerkleProofs.VerifyInclusion(
                        hash,
                        entry - 1,
                        latest.Checkpoint.Size,
                        latest.Checkpoint.Root,
                        path
                    )
                )
                {
                    return $"{at}: the proof of entry {expected} does not lead to the checkpoint";
                }

                expected++;
            }
        }

        return latest is null ? "it is empty"
            : expected - 1 != latest.Checkpoint.Size ? $"the proof of entry {expected} is missing"
            : null;
    }

    public static string? CheckConsistency(
        Stream proofs,
        Dictionary<long, SignedCheckpoint> checkpoints
    )
    {
        var lines = new ExportLines(proofs);
        long reached = checkpoints.Keys.Min();
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            string at = $"line {lines.Number}";
            if (Parse(line) is not { } row)
            {
                return $"{at} is no JSON";
            }

            using (row)
            {
                if (lines.Number == 1)
                {
                    continue;
                }

                (long from, long size) = (Number(row, "from"), Number(row, "size"));
                if (
                    from != reached
                    || !checkpoints.TryGetValue(from, out SignedCheckpoint? older)
                    || !checkpoints.TryGetValue(size, out SignedCheckpoint? newer)
                    || PathOf(row) is not { } path
                    || !MerkleProofs.VerifyConsistency(
                        from,
                        size,
                        older.Checkpoint.Root,
                        newer.Checkpoint.Root,
                        path
                    )
                )
                {
                    return $"{at}: the checkpoint of {size} entries does not follow on that of {reached}";
                }

                reached = size;
            }
        }

        return reached == checkpoints.Keys.Max()
            ? null
            : $"nothing leads on from the checkpoint of {reached} entries";
    }

    private static JsonDocument? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            JsonDocument row = JsonDocument.Parse(line.ToArray());
            if (row.RootElement.ValueKind == JsonValueKind.Object)
            {
                return row;
            }

            row.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(JsonDocument row, string member) =>
        row.RootElement.TryGetProperty(member, out JsonElement text)
        && text.ValueKind == JsonValueKind.String
            ? text.GetString()!
            : "";

    private static long Number(JsonDocument row, string member) =>
        row.RootElement.TryGetProperty(member, out JsonElement number)
        && number.ValueKind == JsonValueKind.Number
        && number.TryGetInt64(out long value)
            ? value
            : -1;

    private static byte[][]? PathOf(JsonDocument row)
    {
        if (
            !row.RootElement.TryGetProperty("path", out JsonElement path)
            || path.ValueKind != JsonValueKind.Array
        )
        {
            return null;
        }

        byte[]?[] hashes =
        [
            .. path.EnumerateArray()
                .Select(hash =>
                    hash.ValueKind == JsonValueKind.String
                        ? RecordHash.FromHex(hash.GetString())
                        : null
                ),
        ];
        return hashes.Contains(null) ? null : [.. hashes.OfType<byte[]>()];
    }
}
