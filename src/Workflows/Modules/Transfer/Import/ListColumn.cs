namespace Governance.Modules.Transfer.Import;

/// <summary>A column that a kind of list has. In a file its name may be written in any case, with spaces, hyphens or without.</summary>
/// <param name="Also">Other names that people use for it.</param>
public sealed record ListColumn(string Name, bool IsRequired, string About, params string[] Also)
{
    /// <summary>What a report has before the list's own columns: a list that begins with them is a report to be read again.</summary>
    public static IReadOnlyList<string> OfReport { get; } =
    ["line", "result", "column", "code", "message", "id", "link"];

    public bool Answers(string header) =>
        Plain(header) == Plain(Name) || Also.Any(other => Plain(header) == Plain(other));

    /// <summary>One of our words as people write it: <c>localAuthority</c> is "local authority".</summary>
    internal static string InWords(string word) =>
        string.Concat(word.Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));

    internal static string Plain(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
