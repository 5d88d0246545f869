namespace Governance.Modules.Record;

/// <summary>
/// Verifies an export with nothing but the file (docs/record.md §7): no database, no network, one pass, one line in memory. It
/// never throws for what stands in the file; it names the first position that does not fit.
/// </summary>
internal sealed class RecordVerifier(CheckpointKey? trusted = null, SignedCheckpoint? older = null)
{
    public RecordVerdict Verify(Stream export)
    {
        var lines = new ExportLines(export);
        if (ReadHeader(lines, out ExportHeader? header) is { } unreadable)
        {
            return new RecordVerdict { Unreadable = unreadable };
        }

        using CheckpointKey key = header!.Key;
        var verdict = new RecordVerdict
        {
            PartnershipId = header.PartnershipId,
            Fingerprint = key.Fingerprint,
            ArePayloadsWithheld = header.ArePayloadsWithheld,
        };
        var check = new RecordCheck(header.PartnershipId, key, older?.Checkpoint);
        RecordMisfit? misfit = JudgeKeys(header, key) ?? check.JudgeOlder(isEnd: false);
        misfit ??= ReadLines(lines, check) ?? check.JudgeOlder(isEnd: true);
        return verdict with
        {
            Misfit = misfit,
            Line = misfit is null ? null : lines.Number,
            Entries = misfit is null ? check.Entries : misfit.Position - 1,
            WithoutPayload = check.WithoutPayload,
            CoveredBy = check.CoveredBy,
            Root = check.Root(),
        };
    }

    private static string? ReadHeader(ExportLines lines, out ExportHeader? header)
    {
        header = null;
        if (!lines.TryRead(out ReadOnlySpan<byte> line))
        {
            return "the file is empty";
        }

        var json = new StrictJson(line);
        json.Open();
        string? format = json.Text("format");
        string? partnership = json.Text("partnership");
        string? payloads = json.Text("payloads");
        string? publicKey = json.Text("publicKey");
        json.Close();
        json.End();
        if (json.Why is { } why)
        {
            return $"line 1 is not the header of a record's export: {why}";
        }

        CheckpointKey? key = CheckpointKey.FromPem(publicKey!);
        string? flaw =
            format != RecordExport.Format ? "the format of this export is not known"
            : payloads is not (RecordExport.PayloadsIncluded or RecordExport.PayloadsWithheld)
                ? "\"payloads\" is neither \"included\" nor \"withheld\""
            : !Checkpoint.IsOrigin(partnership!) ? "\"partnership\" is not an id of a partnership"
            : key?.Pem != publicKey ? "\"publicKey\" is not a public key on P-256 in PEM"
            : null;
        if (flaw is not null)
        {
            key?.Dispose();
            return $"line 1: {flaw}";
        }

        header = new ExportHeader(partnership!, payloads == RecordExport.PayloadsWithheld, key!);
        return null;
    }

    private RecordMisfit? JudgeKeys(ExportHeader header, CheckpointKey key)
    {
        if (trusted is not null && trusted.Fingerprint != key.Fingerprint)
        {
            return new RecordMisfit(1, "the export names another key than the one that is trusted");
        }

        if (older is null)
        {
            return null;
        }

        return older.Checkpoint.Origin != Checkpoint.OriginOf(header.PartnershipId)
                ? new RecordMisfit(1, "the older checkpoint belongs to another record")
            : !key.Verify(older)
                ? new RecordMisfit(
                    1,
                    "the older checkpoint is not signed by the key of this export"
                )
            : null;
    }

    private static RecordMisfit? ReadLines(ExportLines lines, RecordCheck check)
    {
        bool isEnded = false;
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (lines.IsTooLong)
            {
                return new RecordMisfit(
                    check.Entries + 1,
                    "the line is longer than any export has"
                );
            }

            if (isEnded)
            {
                return new RecordMisfit(
                    check.Entries + 1,
                    "something follows after the closing line"
                );
            }

            if (ReadLine(line, check, out isEnded) is { } misfit)
            {
                return misfit;
            }
        }

        return isEnded
            ? null
            : new RecordMisfit(
                check.Entries + 1,
                "the file ends without its closing line: it has been cut short"
            );
    }

    private static RecordMisfit? ReadLine(
        ReadOnlySpan<byte> line,
        RecordCheck check,
        out bool isEnd
    )
    {
        var json = new StrictJson(line);
        json.Open();
        string? kind = json.Peek();
        isEnd = kind == "end";
        return kind switch
        {
            "entry" => ReadEntry(ref json, check),
            "checkpoint" => ReadCheckpoint(ref json, check),
            "end" => ReadEnd(ref json, check),
            _ => new RecordMisfit(
                check.Entries + 1,
                json.Why ?? "the line is neither entry nor checkpoint nor the closing line"
            ),
        };
    }

    private static RecordMisfit? ReadEntry(ref StrictJson json, RecordCheck check)
    {
        ReadOnlySpan<byte> canonical = json.RawObject("entry");
        byte[]? hash = json.Hash("hash");
        bool hasPayload = json.Peek() == "payload";
        string? payload = hasPayload ? json.Text("payload") : null;
        byte[]? salt = hasPayload ? json.Hash("salt") : null;
        json.Close();
        json.End();
        return json.Why is { } why
            ? new RecordMisfit(check.Entries + 1, why)
            : check.AddEntry(canonical, hash, hasPayload ? new HeldPayload(salt!, payload!) : null);
    }

    private static RecordMisfit? ReadCheckpoint(ref StrictJson json, RecordCheck check)
    {
        string? text = json.Text("checkpoint");
        json.Close();
        json.End();
        return json.Why is { } why
            ? new RecordMisfit(Math.Max(check.Entries, 1), why)
            : check.AddCheckpoint(text!);
    }

    private static RecordMisfit? ReadEnd(ref StrictJson json, RecordCheck check)
    {
        json.Open("end");
        long entries = json.Integer("entries");
        byte[]? head = json.Hash("head");
        json.Close();
        json.Close();
        json.End();
        string? why =
            json.Why
            ?? (
                entries != check.Entries
                    ? $"the closing line speaks of {entries} entries, and here are {check.Entries}"
                : !check.Head.AsSpan().SequenceEqual(head)
                    ? "the closing line has another hash than the last entry"
                : null
            );
        return why is null ? null : new RecordMisfit(check.Entries + 1, why);
    }

    private sealed record ExportHeader(
        string PartnershipId,
        bool ArePayloadsWithheld,
        CheckpointKey Key
    );
}

/// <summary>What the verifier found.</summary>
internal sealed record RecordVerdict
{
    /// <summary>Why this is no export at all; then nothing else is said.</summary>
    public string? Unreadable { get; init; }

    public RecordMisfit? Misfit { get; init; }

    /// <summary>The line of the file at which it was found.</summary>
    public long? Line { get; init; }

    public string PartnershipId { get; init; } = "";

    /// <summary>How many entries fit, from the first onwards.</summary>
    public long Entries { get; init; }

    public long WithoutPayload { get; init; }

    public bool ArePayloadsWithheld { get; init; }

    /// <summary>Size of the last checkpoint in the file; what comes after it is chained but not signed.</summary>
    public long CoveredBy { get; init; }

    public byte[] Root { get; init; } = [];

    public string Fingerprint { get; init; } = "";

    public bool IsOk => Unreadable is null && Misfit is null;
}
