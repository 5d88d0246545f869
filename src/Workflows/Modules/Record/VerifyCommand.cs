using System.Globalization;
using System.Text.Json;

namespace Governance.Modules.Record;

/// <summary>
/// <c>verify FILE [--from CHECKPOINT] [--key PUBLIC-KEY]</c>: the offline verifier as a command. It opens no database and no
/// connection.
/// </summary>
public static class VerifyCommand
{
    public const int Verifies = 0;
    public const int DoesNotVerify = 1;
    public const int CannotTell = 2;

    private const string Usage = """
        Usage: verify FILE [--from CHECKPOINT] [--key PUBLIC-KEY]

          FILE         an export of a record (JSON Lines), or a sign-off certificate (JSON)
          --from       a file with a checkpoint kept from earlier: the record must still begin as it did then
          --key        a file with the record's public key (PEM), got another way than with the export

        Answers 0 when it verifies, 1 when it does not, 2 when it cannot be read or is not proved yet.
        """;

    /// <param name="args">What follows after the word "verify".</param>
    /// <returns>0 verifies, 1 does not verify, 2 usage or unreadable.</returns>
    public static int Run(TextWriter @out, string[] args)
    {
        if (!TryParse(args, out string file, out string? from, out string? keyFile))
        {
            @out.WriteLine(Usage);
            return CannotTell;
        }

        try
        {
            return Verify(@out, file, from, keyFile);
        }
        catch (Exception failure)
            when (failure
                    is IOException
                        or UnauthorizedAccessException
                        or ArgumentException
                        or NotSupportedException
            )
        {
            @out.WriteLine($"Cannot be read: {failure.Message}");
            return CannotTell;
        }
    }

    internal static bool TryParse(string[] args, out string file, out string? from, out string? key)
    {
        (file, from, key) = ("", null, null);
        for (int at = 0; at < args.Length; at++)
        {
            bool hasValue = at + 1 < args.Length;
            switch (args[at])
            {
                case "--from" when hasValue && from is null:
                    from = args[++at];
                    break;
                case "--key" when hasValue && key is null:
                    key = args[++at];
                    break;
                case var name
                    when file.Length == 0 && !name.StartsWith("--", StringComparison.Ordinal):
                    file = name;
                    break;
                default:
                    return false;
            }
        }

        return file.Length > 0;
    }

    private static int Verify(TextWriter @out, string file, string? from, string? keyFile)
    {
        SignedCheckpoint? older = null;
        if (from is not null && (older = ReadCheckpoint(from)) is null)
        {
            @out.WriteLine($"Cannot be read: {from} is not a checkpoint.");
            return CannotTell;
        }

        using CheckpointKey? trusted = keyFile is null
            ? null
            : CheckpointKey.FromPem(File.ReadAllText(keyFile));
        if (keyFile is not null && trusted is null)
        {
            @out.WriteLine($"Cannot be read: {keyFile} is not a public key on P-256 in PEM.");
            return CannotTell;
        }

        using FileStream export = File.OpenRead(file);
        RecordVerdict verdict = new RecordVerifier(trusted, older).Verify(export);
        if (verdict.Unreadable is { } unreadable)
        {
            @out.WriteLine($"Cannot be read: {file}: {unreadable}.");
            return CannotTell;
        }

        Tell(@out, verdict, older);
        return verdict.IsOk ? Verifies : DoesNotVerify;
    }

    /// <summary>
    /// A checkpoint's text, or the answer of the API as it was saved, which holds that text. It may have gone through a mail or
    /// an editor: line ends are put right, nothing else.
    /// </summary>
    private static SignedCheckpoint? ReadCheckpoint(string path)
    {
        string kept = File.ReadAllText(path);
        string? text = kept.AsSpan().TrimStart().StartsWith("{") ? TextOfAnswer(kept) : kept;
        return text is null
            ? null
            : SignedCheckpoint.Read(text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n");
    }

    private static string? TextOfAnswer(string json)
    {
        try
        {
            using JsonDocument answer = JsonDocument.Parse(json);
            return
                answer.RootElement.TryGetProperty("text", out JsonElement text)
                && text.ValueKind == JsonValueKind.String
                ? text.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Tell(TextWriter @out, RecordVerdict verdict, SignedCheckpoint? older)
    {
        if (verdict.Misfit is { } misfit)
        {
            @out.WriteLine(
                Text(
                    $"DOES NOT VERIFY: the record of {verdict.PartnershipId}, entry {misfit.Position} (line {verdict.Line}): {misfit.Why}."
                )
            );
            if (misfit.IsSplitView)
            {
                @out.WriteLine(
                    "The key has signed two histories. Keep both files and tell the other holders of checkpoints."
                );
            }

            return;
        }

        @out.WriteLine(
            Text($"Verifies: the record of {verdict.PartnershipId}, {verdict.Entries} entries.")
        );
        @out.WriteLine($"Root:     {Convert.ToBase64String(verdict.Root)}");
        @out.WriteLine($"Key:      SHA-256 {verdict.Fingerprint}");
        @out.WriteLine(
            verdict.CoveredBy == 0
                ? "Signed:   no checkpoint is in this file"
                : Text($"Signed:   entries 1 to {verdict.CoveredBy}")
        );
        if (older is not null)
        {
            @out.WriteLine(
                Text(
                    $"Earlier:  the first {older.Checkpoint.Size} entries are those of the older checkpoint"
                )
            );
        }

        if (verdict.WithoutPayload > 0)
        {
            string state = verdict.ArePayloadsWithheld ? "withheld or erased" : "erased";
            @out.WriteLine(Text($"Payloads: {verdict.WithoutPayload} {state}"));
        }
    }

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
