using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Transfer.Import;

/// <summary>A line of a list, by the names of its columns.</summary>
public sealed class ListRow
{
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "dd/MM/yyyy"];
    private readonly IReadOnlyDictionary<string, string> _cells;

    /// <param name="written">The cells as they stand in the file, under its own header.</param>
    /// <param name="flaw">What is wrong with the line as a line; null when it could be read.</param>
    public ListRow(
        int line,
        IReadOnlyList<string> written,
        IReadOnlyDictionary<string, string> cells,
        string? flaw = null
    )
    {
        (Line, Written, Flaw, _cells) = (line, written, flaw, cells);
    }

    public int Line { get; }

    public IReadOnlyList<string> Written { get; }

    public string? Flaw { get; }

    /// <summary>The cell without spaces around it; null when it is empty or its column is not there.</summary>
    public string? this[string column] =>
        _cells.GetValueOrDefault(column) is { } cell && cell.Trim() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>The cell with its spaces and line ends: a text.</summary>
    public string? TextOf(string column) =>
        this[column] is null ? null : _cells.GetValueOrDefault(column);

    /// <summary>By which the line is known again, whatever file it comes in.</summary>
    public string Hash =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\u001e',
                        _cells
                            .OrderBy(cell => cell.Key, StringComparer.Ordinal)
                            .Select(cell => $"{cell.Key}\u001f{cell.Value}")
                    )
                )
            )
        );

    /// <summary>A day as 31/12/2026 or 2026-12-31; what is neither is noted.</summary>
    internal DateOnly? DayOf(string column, FieldErrors errors)
    {
        if (this[column] is not { } text)
        {
            return null;
        }

        if (
            DateOnly.TryParseExact(
                text,
                Days,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly day
            )
        )
        {
            return day;
        }

        errors.When(
            true,
            column,
            $"\"{Short(text)}\" is no day. Write it as 31/12/2026 or 2026-12-31."
        );
        return null;
    }

    internal int? NumberOf(string column, FieldErrors errors)
    {
        if (this[column] is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        errors.When(true, column, $"\"{Short(text)}\" is no whole number.");
        return null;
    }

    /// <summary>One of our words, however it is written: "Local authority" is <c>localAuthority</c>. What is none of them is noted.</summary>
    internal string? WordOf(string column, IEnumerable<string> words, FieldErrors errors)
    {
        if (this[column] is not { } text)
        {
            return null;
        }

        string? found = words.FirstOrDefault(word =>
            ListColumn.Plain(word) == ListColumn.Plain(text)
        );
        errors.When(
            found is null,
            column,
            $"\"{Short(text)}\" is none of {string.Join(", ", words.Select(ListColumn.InWords))}."
        );
        return found;
    }

    internal static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
