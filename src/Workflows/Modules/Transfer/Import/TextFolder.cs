using System.Text;
using Governance.Contracts;

namespace Governance.Modules.Transfer.Import;

/// <summary>
/// A folder of Markdown texts, each with a few lines of <c>name: value</c> between two lines of three hyphens at its head, which are
/// the columns of a list. The file's name is its line in a report.
/// </summary>
internal sealed class TextFolder : IListSource
{
    private const string Mark = "---";
    private const string File = "file";
    private const string Text = "text";
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly string[] _files;
    private readonly IImportKind _kind;

    private TextFolder(string[] files, IImportKind kind) => (_files, _kind) = (files, kind);

    public IReadOnlyList<string> Header => [File];

    /// <summary>Each text is known by its own content.</summary>
    public string Hash => "folder";

    public int Count => _files.Length;

    public static Result<TextFolder> Open(string path, IImportKind kind)
    {
        if (!kind.Columns.Any(column => column.Name == Text))
        {
            return TransferRefusals.NoTexts(kind.Name);
        }

        string[] files =
        [
            .. Directory
                .EnumerateFiles(path, "*.md", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal),
        ];
        return files.Length == 0 ? TransferRefusals.Empty : new TextFolder(files, kind);
    }

    public IEnumerable<ListRow> Rows() => _files.Select((file, at) => RowOf(file, at + 1));

    /// <summary>A text that a list names: in the list's own folder or below it, and nowhere else.</summary>
    public static Result<string> ReadBeside(string list, string name)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(list))!;
        string file = Path.GetFullPath(Path.Combine(folder, name));
        bool isBelow = file.StartsWith(
            folder + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
        return !isBelow || !System.IO.File.Exists(file)
            ? Refusal.Invalid(File, $"There is no file \"{ListRow.Short(name)}\" beside the list.")
            : Read(file);
    }

    private ListRow RowOf(string file, int line)
    {
        string name = Path.GetFileName(file);
        Result<string> text = Read(file);
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        string? flaw = text.IsRefused
            ? text.Refusal.Errors![File][0]
            : Take(text.Value.ReplaceLineEndings("\n"), cells);
        return new ListRow(line, [name], cells, flaw is null ? null : $"{name}: {flaw}");
    }

    /// <summary>Takes head and text apart; answers what is wrong with the head.</summary>
    private string? Take(string whole, Dictionary<string, string> cells)
    {
        string[] lines = whole.Split('\n');
        int end = lines[0].TrimEnd() == Mark ? Array.FindIndex(lines, 1, IsMark) : -1;
        if (end < 0)
        {
            return "It has to begin with its head: a line of three hyphens, lines such as \"title: Missing children\", and three hyphens again.";
        }

        foreach (string line in lines[1..end].Where(line => line.Trim().Length > 0))
        {
            string[] parts = line.Split(':', 2);
            ListColumn? column = _kind.Columns.FirstOrDefault(each =>
                each.Name is not (File or Text) && each.Answers(parts[0])
            );
            if (parts.Length < 2 || column is null)
            {
                return $"\"{ListRow.Short(line)}\" in its head is not known. There are {string.Join(", ", _kind.Columns.Select(each => each.Name).Where(each => each is not (File or Text)))}.";
            }

            cells[column.Name] = parts[1].Trim().Trim('"');
        }

        cells[Text] = string.Join('\n', lines[(end + 1)..]).TrimStart('\n');
        return null;
    }

    private static bool IsMark(string line) => line.TrimEnd() == Mark;

    private static Result<string> Read(string file)
    {
        if (new FileInfo(file).Length > TransferLimits.MostCell * 4L)
        {
            return Refusal.Invalid(File, "The text is longer than a policy may be.");
        }

        try
        {
            byte[] bytes = System.IO.File.ReadAllBytes(file);
            ReadOnlySpan<byte> mark = Encoding.UTF8.Preamble;
            return Strict.GetString(
                bytes.AsSpan().StartsWith(mark) ? bytes.AsSpan(mark.Length) : bytes
            );
        }
        catch (DecoderFallbackException)
        {
            return Refusal.Invalid(
                File,
                "The text is not UTF-8; it was probably saved as Windows-1252 (\"ANSI\")."
            );
        }
    }
}
