using Governance.Contracts;

namespace Governance.Modules.Transfer;

/// <summary>This module's refusals. Codes never change.</summary>
internal static class TransferRefusals
{
    /// <summary>Of a line that is another one of the same file.</summary>
    public const string Twice = "import.twice";

    /// <summary>Of a line that cannot be taken apart.</summary>
    public const string BrokenLine = "import.broken-line";

    /// <summary>Of a line whose values do not make sense.</summary>
    public const string BadValue = "invalid";

    public static readonly Refusal Empty = Invalid(
        "import.empty",
        "The file has no line under its header."
    );

    public static readonly Refusal TooLarge = Invalid(
        "import.too-large",
        $"The file is larger than {TransferLimits.MostBytes / 1024 / 1024} MiB. Bring it in in parts."
    );

    public static readonly Refusal Utf16 = Invalid(
        "import.not-utf-8",
        "The file is UTF-16. Save it as \"CSV UTF-8 (comma delimited)\" and bring it in again."
    );

    public static Refusal NoTexts(string kind) =>
        Invalid(
            "import.no-texts",
            $"A folder of texts cannot be a list of {kind}. Give a CSV file."
        );

    public static Refusal NotUtf8(int line) =>
        Invalid(
            "import.not-utf-8",
            $"Line {line} is not UTF-8; the file was probably saved as Windows-1252 (\"ANSI\"). Save it as \"CSV UTF-8 (comma delimited)\" and bring it in again."
        );

    public static Refusal QuoteNotClosed(int line) =>
        Invalid(
            "import.quote-not-closed",
            $"A quote that opens in line {line} is never closed, so that the rest of the file is one cell. Close it, and write a quote within a cell twice."
        );

    public static Refusal TooManyRows(int rows) =>
        Invalid(
            "import.too-many-rows",
            $"The file has {rows} lines; at most {TransferLimits.MostRows} go in at once. Bring it in in parts."
        );

    public static Refusal TooManyForARequest(int rows) =>
        Invalid(
            "import.too-many-rows",
            $"The file has {rows} lines; at most {TransferLimits.MostRowsOfARequest} go in by one request. Bring it in in parts, or let the operator use the command import."
        );

    public static Refusal UnknownKind(string? kind) =>
        Invalid(
            "import.unknown-kind",
            $"\"{Import.ListRow.Short(kind ?? "")}\" is no kind of list. There are {string.Join(", ", ImportKinds.All)}."
        );

    public static Refusal Header(
        IReadOnlyCollection<string> unknown,
        IReadOnlyCollection<string> twice,
        IReadOnlyCollection<string> missing,
        IEnumerable<string> known
    )
    {
        string?[] parts =
        [
            Part("Not known", unknown),
            Part("There twice", twice),
            Part("Missing", missing),
            $"The columns are {string.Join(", ", known)}.",
        ];
        return Invalid("import.columns", string.Join(' ', parts.OfType<string>()));
    }

    private static string? Part(string what, IReadOnlyCollection<string> names) =>
        names.Count == 0
            ? null
            : $"{what}: {string.Join(", ", names.Select(Import.ListRow.Short))}.";

    private static Refusal Invalid(string code, string message) =>
        new(code, message, RefusalKind.Invalid);
}
