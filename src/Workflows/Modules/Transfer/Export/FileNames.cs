using System.Buffers;

namespace Governance.Modules.Transfer.Export;

/// <summary>
/// Names of the files of one folder: as they were given, without what some file system could not take, and never two alike, whatever it
/// thinks of capitals.
/// </summary>
internal sealed class FileNames
{
    private const int Longest = 120;
    private static readonly SearchValues<char> Refused = SearchValues.Create("<>:\"/\\|?*");
    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "con",
        "prn",
        "aux",
        "nul",
    };

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string Take(string given)
    {
        string plain = Plain(given);
        string ending = Path.GetExtension(plain);
        string stem = plain[..^ending.Length];
        string name = plain;
        for (int number = 2; !_taken.Add(name); number++)
        {
            name = $"{stem} ({number}){ending}";
        }

        return name;
    }

    internal static string Plain(string given)
    {
        string plain = string.Concat(
                given.Select(character =>
                    char.IsControl(character) || Refused.Contains(character) ? '-' : character
                )
            )
            .Trim()
            .TrimEnd('.');
        string ending = Path.GetExtension(plain) is { Length: <= 10 } known ? known : "";
        string stem = plain[..^ending.Length];
        stem = stem.Length > Longest ? stem[..Longest] : stem;
        bool isDevice =
            Devices.Contains(stem)
            || stem.Length == 4
                && (
                    stem.StartsWith("com", StringComparison.OrdinalIgnoreCase)
                    || stem.StartsWith("lpt", StringComparison.OrdinalIgnoreCase)
                )
                && char.IsAsciiDigit(stem[3]);
        return stem.Trim('.').Length == 0 ? "file" + ending
            : isDevice ? "file-" + stem + ending
            : stem + ending;
    }
}
