namespace Governance.Modules.Search;

/// <summary>
/// SQLite: an FTS5 index over the table's own columns, kept by triggers; words without accents and by their English stems (Porter). Ranked
/// by bm25, a title eight times its text. What is deleted leaves the index at once and not with its next merge, so that the words of what was
/// disposed of are nowhere in the file.
/// </summary>
internal sealed class SqliteSearch : ISearchDialect
{
    public const string Schema = """
        CREATE VIRTUAL TABLE IF NOT EXISTS "SearchWords" USING fts5("Title", "Body",
            content='SearchText', content_rowid='Number', tokenize='porter unicode61 remove_diacritics 2');

        INSERT INTO "SearchWords" ("SearchWords", rank) VALUES ('secure-delete', 1);

        CREATE TRIGGER IF NOT EXISTS "SearchText_added" AFTER INSERT ON "SearchText"
        BEGIN INSERT INTO "SearchWords" (rowid, "Title", "Body") VALUES (NEW."Number", NEW."Title", NEW."Body"); END;

        CREATE TRIGGER IF NOT EXISTS "SearchText_removed" AFTER DELETE ON "SearchText"
        BEGIN INSERT INTO "SearchWords" ("SearchWords", rowid, "Title", "Body")
            VALUES ('delete', OLD."Number", OLD."Title", OLD."Body"); END;

        CREATE TRIGGER IF NOT EXISTS "SearchText_no_update" BEFORE UPDATE ON "SearchText"
        BEGIN SELECT RAISE(ABORT, 'A text of the index is replaced, not changed.'); END;
        """;

    string ISearchDialect.Schema => Schema;

    public string? Rebuild => """INSERT INTO "SearchWords" ("SearchWords") VALUES ('rebuild')""";

    public string From(SearchWords words, SqlParts sql) =>
        words.Wanted.Count == 0
            ? "\"SearchText\" t"
            : "\"SearchWords\" JOIN \"SearchText\" t ON t.\"Number\" = \"SearchWords\".rowid";

    public string Has(SearchWords words, SqlParts sql)
    {
        string wanted =
            words.Wanted.Count == 0
                ? "1 = 1"
                : "\"SearchWords\" MATCH "
                    + sql.Add(string.Join(" AND ", words.Wanted.Select(Match)));
        return words.Unwanted.Count == 0
            ? wanted
            : wanted
                + " AND t.\"Number\" NOT IN (SELECT rowid FROM \"SearchWords\" WHERE \"SearchWords\" MATCH "
                + sql.Add(string.Join(" OR ", words.Unwanted.Select(Match)))
                + ")";
    }

    public string Score(SearchWords words, SqlParts sql) =>
        words.Wanted.Count == 0 ? "0.0" : "bm25(\"SearchWords\", 8.0, 1.0)";

    /// <summary>Words are letters and digits only, so that quotation marks make them what FTS5 takes for nothing else.</summary>
    private static string Match(SearchTerm term)
    {
        string phrase = $"\"{string.Join(' ', term.Words)}\"";
        return !term.Starts
            ? phrase
            : $"({phrase} OR {phrase} *{string.Concat(term.Passed.Select(stem => $" OR \"{stem}\""))})";
    }
}
