using System.Globalization;
using System.Text.Json;
using Governance.Contracts;
using Governance.Modules.Record;

namespace Governance.Modules.Library;

/// <summary>
/// <c>verify FILE</c> for whatever we give out as proof: a sign-off certificate, known by its format, or else an export of a record
/// (<see cref="VerifyCommand"/>). It opens no database and no connection.
/// </summary>
public static class VerifyFileCommand
{
    private const int LongestCertificate = 16 * 1024 * 1024;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Web)
    {
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <param name="args">What follows after the word "verify".</param>
    /// <returns>0 verifies, 1 does not verify, 2 usage, unreadable, or not proved yet.</returns>
    public static int Run(TextWriter @out, string[] args)
    {
        if (
            !VerifyCommand.TryParse(args, out string file, out string? from, out string? keyFile)
            || ReadCertificate(file) is not { } json
        )
        {
            return VerifyCommand.Run(@out, args);
        }

        if (from is not null)
        {
            @out.WriteLine("--from goes with the export of a record; this is a certificate.");
            return VerifyCommand.CannotTell;
        }

        try
        {
            SignOffCertificate? given = JsonSerializer.Deserialize<SignOffCertificate>(
                json,
                Strict
            );
            return given?.Format != SignOffCertificate.KnownFormat
                    ? Unreadable(@out, $"{file}: the format of this certificate is not known")
                : HasGap(given) ? Unreadable(@out, $"{file}: a member of a list is null")
                : Judge(@out, given, keyFile);
        }
        catch (JsonException broken)
        {
            return Unreadable(@out, $"{file}: {broken.Message}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Unreadable(@out, failure.Message);
        }
    }

    /// <summary>The text of a file that says it is a certificate; null for any other, which the record's verifier judges.</summary>
    private static string? ReadCertificate(string file)
    {
        try
        {
            if (new FileInfo(file) is not { Exists: true, Length: <= LongestCertificate })
            {
                return null;
            }

            string json = File.ReadAllText(file);
            using JsonDocument document = JsonDocument.Parse(json);
            bool isCertificate =
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("format", out JsonElement format)
                && format.ValueKind == JsonValueKind.String
                && format
                    .GetString()!
                    .StartsWith(
                        SignOffCertificate.KnownFormat.Split('/')[0] + "/",
                        StringComparison.Ordinal
                    );
            return isCertificate ? json : null;
        }
        catch (Exception other)
            when (other
                    is JsonException
                        or IOException
                        or UnauthorizedAccessException
                        or ArgumentException
                        or NotSupportedException
            )
        {
            return null;
        }
    }

    private static bool HasGap(SignOffCertificate given) =>
        given.Signatures.Contains(null!)
        || given.Entries.Contains(null!)
        || given.Text.Attachments.Contains(null!);

    private static int Judge(TextWriter @out, SignOffCertificate given, string? keyFile)
    {
        using CheckpointKey? trusted = keyFile is null
            ? null
            : CheckpointKey.FromPem(File.ReadAllText(keyFile));
        if (keyFile is not null && trusted is null)
        {
            return Unreadable(@out, $"{keyFile} is not a public key on P-256 in PEM");
        }

        CertificateVerdict verdict = CertificateVerifier.Verify(given, trusted);
        if (verdict.Misfit is { } misfit)
        {
            @out.WriteLine(Plain($"DOES NOT VERIFY: {misfit}."));
            return VerifyCommand.DoesNotVerify;
        }

        @out.WriteLine(
            Plain(
                $"{(verdict.Pending ? "Not proved yet" : "Verifies")}: {given.Text.Title}, version {given.Version}, of {given.Partnership}."
            )
        );
        @out.WriteLine(Plain($"Text:      SHA-256 {given.Text.Hash}"));
        foreach (CertificateSignature signature in given.Signatures)
        {
            string instrument = signature.Instrument is null
                ? ""
                : $" under instrument {signature.Instrument}";
            @out.WriteLine(
                Plain(
                    $"Signed:    {signature.Seat}, {signature.Capacity}{instrument}, by {signature.Person} at {signature.Time}"
                )
            );
        }

        @out.WriteLine(Plain($"Published: {given.Publication.Time}"));
        @out.WriteLine(
            verdict.Pending
                ? "Record:    no checkpoint covers every entry yet; fetch the certificate again in a minute"
                : Plain($"Record:    in the first {verdict.Checkpoint!.Size} entries, as signed")
        );
        @out.WriteLine(
            $"Key:       SHA-256 {verdict.Fingerprint}"
                + (trusted is null ? ", from the certificate itself: compare it another way" : "")
        );
        return verdict.Pending ? VerifyCommand.CannotTell : VerifyCommand.Verifies;
    }

    private static int Unreadable(TextWriter @out, string why)
    {
        @out.WriteLine(Plain($"Cannot be read: {why.TrimEnd('.')}."));
        return VerifyCommand.CannotTell;
    }

    /// <summary>What a file says goes to somebody's terminal: no control characters.</summary>
    private static string Plain(FormattableString text) =>
        string.Concat(
            text.ToString(CultureInfo.InvariantCulture)
                .Select(character => char.IsControl(character) ? ' ' : character)
        );
}
