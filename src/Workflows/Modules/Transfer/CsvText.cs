using System.Text;

namespace Governance.Modules.Transfer;

/// <summary>
/// Lines for a spreadsheet (RFC 4180, UTF-8 with its mark). What a spreadsheet would run as a formula is text.
/// </summary>
public static class CsvText
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>By which a spreadsheet knows UTF-8.</summary>
    public static byte[] Mark => [.. Encoding.UTF8.Preamble];

    public static string Line(IEnumerable<string> cells) =>
        string.Join(',', cells.Select(Cell)) + "\r\n";

    public static byte[] BytesOf(string csv) => [.. Mark, .. Encoding.UTF8.GetBytes(csv)];

    private static string Cell(string text)
    {
        string plain =
            text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
                ? "'" + text
                : text;
        return plain.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? plain
            : "\"" + plain.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
