using System.Globalization;
using System.Text;

namespace Governance.Modules.Transfer.Export;

/// <summary>The page that an export opens with: what it holds and what not, every file with its hash, and how to check it.</summary>
internal static class ExportIndex
{
    public const string Name = "README.md";

    /// <summary>In the form that <c>sha256sum --check</c> reads.</summary>
    public const string Sums = "SHA256SUMS";

    public static string Of(string? partnershipId, DateTime at, IReadOnlyList<ExportedFile> files)
    {
        StringBuilder text = new();
        string whose = partnershipId is null
            ? "everything of an installation"
            : $"everything of the partnership {partnershipId}";
        Line($"# Export: {whose}");
        Line($"");
        Line(
            $"Taken at {at:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} (UTC), as the database stood at one moment. {files.Count} files, {files.Sum(file => file.Bytes)} bytes, besides this page and `{Sums}`."
        );
        Line($"");
        Line(
            $"It holds personal data and what was said in confidence. Keep it as you keep the database."
        );
        text.Append(
            """

            ## What is where

            - `tables/`: each table twice. `.jsonl` has one JSON object a line; `.csv` is for a spreadsheet (RFC 4180, UTF-8 with its mark; a cell that a spreadsheet would run as a formula begins with an apostrophe). Rows stand in the order of their key. Moments are UTC, days are London's.
            - `documents/`: each version of each policy as Markdown, exactly as it is hashed, and as a page where it was published; attachments, papers and evidence under their names.
            - `definitions/`: each version of each workflow as Elsa 3 JSON.
            - `record/`: for each partnership the record with its signed checkpoints (`record.jsonl`), a proof for each entry that a checkpoint covers (`proofs.jsonl`), and from each checkpoint to the next (`consistency.jsonl`).

            ## How to check it

            With the program, with neither database nor network: `verify FOLDER` (or the archive), with `--key PUBLIC-KEY` for a key that you got another way. It names the file, or the entry of a record, that does not fit.

            Without it: `sha256sum --check SHA256SUMS` in this folder. The record and its proofs have a public form (RFC 6962, C2SP checkpoints); `docs/record.md` of the product says it to the byte. A line of `proofs.jsonl` has the entry's number, its hash, and the hashes from the leaf upwards; the first line has the checkpoint that they lead to. A line of `consistency.jsonl` leads from the checkpoint of size `from` to that of size `size`.

            ## What is not here

            """
        );
        foreach (LeftOut left in ExportTables.LeftOut.Concat(ExportTables.Besides))
        {
            Line($"- {left.Table}: {left.Why}.");
        }

        Line($"");
        Line($"## Every file");
        Line($"");
        Line($"| File | Bytes | Holds | SHA-256 |");
        Line($"|---|---:|---:|---|");
        foreach (ExportedFile file in files)
        {
            Line(
                $"| {file.Path.Replace("|", "\\|", StringComparison.Ordinal)} | {file.Bytes} | {file.Count?.ToString(CultureInfo.InvariantCulture) ?? ""} | {file.Hash} |"
            );
        }

        return text.ToString();

        void Line(FormattableString line) =>
            text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    public static string SumsOf(IEnumerable<ExportedFile> files) =>
        string.Concat(files.Select(file => $"{file.Hash}  {file.Path}\n"));
}
