using Governance.Contracts;

namespace Governance.Modules.Transfer.Import;

/// <summary>
/// The report of a list, for a spreadsheet: what became of each line, then the line as it was. What is corrected in it can be brought in
/// again as it is.
/// </summary>
public static class ImportReport
{
    /// <param name="header">The list's own; columns of an earlier report in it are not repeated.</param>
    public static string Head(IReadOnlyList<string> header) =>
        CsvText.Line([.. ListColumn.OfReport, .. Own(header, header)]);

    public static string LineOf(IReadOnlyList<string> header, ListRow row, ImportedLine line) =>
        CsvText.Line([
            line.Line.ToString(System.Globalization.CultureInfo.InvariantCulture),
            line.Result,
            line.Column ?? "",
            line.Code ?? "",
            line.Message,
            line.Id ?? "",
            line.Link ?? "",
            .. Own(header, row.Written),
        ]);

    /// <summary>A line with more or fewer cells than the header is given as it is.</summary>
    private static IEnumerable<string> Own(
        IReadOnlyList<string> header,
        IReadOnlyList<string> cells
    ) =>
        cells
            .Where(
                (_, at) =>
                    at >= header.Count
                    || !ListColumn.OfReport.Contains(ListColumn.Plain(header[at]))
            )
            // Read back, an apostrophe before a formula is ours; one more is put before it when it is written.
            .Select(cell =>
                cell.Length > 1
                && cell[0] == '\''
                && cell[1] is '=' or '+' or '-' or '@' or '\t' or '\r'
                    ? cell[1..]
                    : cell
            );
}
