namespace Governance.Modules.Search;

/// <summary>
/// SQL Server: its full-text index follows some time after the act that wrote a text, and is not there in every edition, so words are
/// looked for in the texts themselves: by their beginnings, without regard to case and accents, and without stems.
/// </summary>
internal sealed class SqlServerSearch : ISearchDialect
{
    public const string Schema = """
        CREATE OR ALTER TRIGGER "SearchText_no_update" ON "SearchText" AFTER UPDATE AS
        BEGIN
            SET NOCOUNT ON;
            IF EXISTS (SELECT 1 FROM inserted)
                THROW 51000, 'A text of the index is replaced, not changed.', 1;
        END
        """;

    private const string Alike = " COLLATE Latin1_General_100_CI_AI LIKE ";
    private const string Title = "CONCAT(N' ', t.\"Title\")";
    private const string Whole = "CONCAT(N' ', t.\"Title\", N' ', t.\"Body\")";

    string ISearchDialect.Schema => Schema;

    public string? Rebuild => null;

    public string From(SearchWords words, SqlParts sql) => "\"SearchText\" t";

    public string Has(SearchWords words, SqlParts sql) =>
        string.Join(
            " AND ",
            words
                .Wanted.Select(term => Whole + Alike + sql.Add(Pattern(term)))
                .Concat(
                    words.Unwanted.Select(term => $"NOT ({Whole}{Alike}{sql.Add(Pattern(term))})")
                )
                .DefaultIfEmpty("1 = 1")
        );

    /// <summary>A title that has all of it comes before what only the text has.</summary>
    public string Score(SearchWords words, SqlParts sql) =>
        words.Wanted.Count == 0
            ? "CAST(0 AS float)"
            : "CAST(CASE WHEN "
                + string.Join(
                    " AND ",
                    words.Wanted.Select(term => Title + Alike + sql.Add(Pattern(term)))
                )
                + " THEN 0 ELSE 1 END AS float)";

    public string First(int take, bool isSorted) =>
        (isSorted ? "" : " ORDER BY (SELECT NULL)") + $" OFFSET 0 ROWS FETCH NEXT {take} ROWS ONLY";

    /// <summary>Words are letters and digits only, so that nothing in them is a sign of the pattern.</summary>
    private static string Pattern(SearchTerm term) =>
        "%[^0-9a-z]" + string.Join("[^0-9a-z]", term.Words) + "%";
}
