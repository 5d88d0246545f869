using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Governance.Contracts;

namespace Governance.Modules.Transfer.Import;

/// <summary>
/// Reads a list: UTF-8 with or without its mark; commas, semicolons or tabs, told by the header; quotes as RFC 4180 has them. One line is in
/// memory at a time. A line that cannot be read is a row with its flaw, and the next one is read.
/// </summary>
internal sealed class ListReader : IListSource
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly Dictionary<string, string> NoCells = new(StringComparer.Ordinal);

    private readonly Stream _file;
    private readonly char _separator;
    private readonly string?[] _columns;

    private ListReader(Stream file, char separator, string[] header, string?[] columns)
    {
        (_file, _separator, Header, _columns) = (file, separator, header, columns);
    }

    public IReadOnlyList<string> Header { get; }

    public string Hash { get; private init; } = "";

    public int Count { get; private init; }

    /// <param name="file">Can be read more than once.</param>
    public static Result<ListReader> Open(Stream file, IReadOnlyList<ListColumn> columns)
    {
        Result<string> hash = ListBytes.Check(file);
        if (hash.IsRefused)
        {
            return hash.Refusal;
        }

        file.Position = 0;
        char separator = SeparatorOf(file);
        string[] header = [];
        int count = 0;
        bool isOpen = false;
        int last = 0;
        foreach (RawLine raw in Lines(file, separator))
        {
            if (header.Length == 0)
            {
                header = raw.Cells;
            }
            else
            {
                count++;
            }

            (isOpen, last) = (raw.IsOpen, raw.Line);
        }

        if (isOpen)
        {
            return TransferRefusals.QuoteNotClosed(last);
        }

        if (count == 0)
        {
            return TransferRefusals.Empty;
        }

        if (count > TransferLimits.MostRows)
        {
            return TransferRefusals.TooManyRows(count);
        }

        Result<string?[]> known = ListHeader.Match(header, columns);
        return known.IsRefused
            ? known.Refusal
            : new ListReader(file, separator, header, known.Value)
            {
                Hash = hash.Value,
                Count = count,
            };
    }

    public IEnumerable<ListRow> Rows() => Lines(_file, _separator).Skip(1).Select(RowOf);

    private ListRow RowOf(RawLine raw)
    {
        string? flaw =
            raw.IsBroken
                ? "A quote stands in the middle of a cell. Put the whole cell in quotes, and write a quote within it twice."
            : raw.Cells.Length != Header.Count
                ? $"This line has {raw.Cells.Length} cells and the header {Header.Count}. A cell with the separator in it must be in quotes."
            : null;
        if (flaw is not null)
        {
            return new ListRow(raw.Line, raw.Cells, NoCells, flaw);
        }

        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int at = 0; at < raw.Cells.Length; at++)
        {
            if (_columns[at] is { } column)
            {
                cells[column] = Unguarded(raw.Cells[at]);
            }
        }

        return new ListRow(raw.Line, raw.Cells, cells);
    }

    /// <summary>Our own files put an apostrophe before what a spreadsheet would run; read again it is no part of the text.</summary>
    private static string Unguarded(string cell) =>
        cell.Length > 1 && cell[0] == '\'' && cell[1] is '=' or '+' or '-' or '@' or '\t' or '\r'
            ? cell[1..]
            : cell;

    private static char SeparatorOf(Stream file)
    {
        using StreamReader reader = new(file, Strict, leaveOpen: true);
        string first = "";
        while (first.Trim().Length == 0 && reader.ReadLine() is { } line)
        {
            first = line;
        }

        file.Position = 0;
        return ((char[])[',', ';', '\t']).MaxBy(separator =>
            first.Count(each => each == separator)
        );
    }

    private static IEnumerable<RawLine> Lines(Stream file, char separator)
    {
        file.Position = 0;
        bool isBroken = false;
        CsvConfiguration form = new(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = _ => isBroken = true,
            MaxFieldSize = TransferLimits.MostCell,
        };
        using StreamReader text = new(file, Strict, leaveOpen: true);
        using CsvParser parser = new(text, form, leaveOpen: true);
        int before = 0;
        while (true)
        {
            isBroken = false;
            bool isTooLong = false;
            string[] cells = [];
            try
            {
                if (!parser.Read())
                {
                    yield break;
                }

                // Cells are taken apart when they are asked for, and what is wrong shows then.
                cells = parser.Record ?? [];
            }
            catch (MaxFieldSizeException)
            {
                isTooLong = true;
            }

            int line = before + 1;
            before = Math.Max(parser.RawRow, line);
            if (cells.All(cell => cell.Trim().Length == 0) && !isTooLong)
            {
                continue;
            }

            yield return new RawLine(line, cells, isBroken, isTooLong || IsOpen(parser.RawRecord));
            if (isTooLong)
            {
                yield break;
            }
        }
    }

    /// <summary>Whether the record ends within quotes: its quotes are then odd in number, and it goes on to the end of the file.</summary>
    private static bool IsOpen(string record) => record.Count(each => each == '"') % 2 == 1;

    private sealed record RawLine(int Line, string[] Cells, bool IsBroken, bool IsOpen);
}
