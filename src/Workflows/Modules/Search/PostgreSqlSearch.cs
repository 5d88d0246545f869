namespace Governance.Modules.Search;

/// <summary>
/// PostgreSQL: a generated column of English stems under a GIN index, ranked by weights, a title ten times its text. Signs between words
/// and accents are taken away before, since the server's own reading would take "and/or" for a file.
/// </summary>
internal sealed class PostgreSqlSearch : ISearchDialect
{
    private const string Signs = "./-_@:;,!?()[]<>{}|+*=&%#~^\"\\`'’‘“”„–—−…·•";

    // A quotation mark of SQL is doubled.
    private static readonly string From = (Accents.Written + Signs).Replace(
        "'",
        "''",
        StringComparison.Ordinal
    );
    private static readonly string To = Accents.Plain + new string(' ', Signs.Length);

    public static readonly string Schema = $"""
        SELECT pg_advisory_xact_lock(6962, 2);

        DO $make$
        BEGIN
            IF NOT EXISTS (
                SELECT 1 FROM pg_attribute
                WHERE attrelid = to_regclass('"SearchText"') AND attname = 'Words' AND NOT attisdropped
            ) THEN
                ALTER TABLE "SearchText" ADD COLUMN "Words" tsvector GENERATED ALWAYS AS (
                    setweight(to_tsvector('english'::regconfig, translate("Title", '{From}', '{To}')), 'A')
                    || setweight(to_tsvector('english'::regconfig, translate("Body", '{From}', '{To}')), 'D')
                ) STORED;
                CREATE INDEX "IX_SearchText_Words" ON "SearchText" USING GIN ("Words") WITH (fastupdate = off);
            END IF;
        END $make$;
        """;

    string ISearchDialect.Schema => Schema;

    public string? Rebuild => null;

    string ISearchDialect.From(SearchWords words, SqlParts sql) =>
        words.Wanted.Count == 0
            ? "\"SearchText\" t"
            : "\"SearchText\" t CROSS JOIN (SELECT "
                + string.Join(" && ", words.Wanted.Select(term => Query(term, sql)))
                + " AS q) w";

    public string Has(SearchWords words, SqlParts sql)
    {
        string wanted = words.Wanted.Count == 0 ? "TRUE" : "t.\"Words\" @@ w.q";
        return words.Unwanted.Count == 0
            ? wanted
            : wanted
                + " AND NOT (t.\"Words\" @@ ("
                + string.Join(" || ", words.Unwanted.Select(term => Query(term, sql)))
                + "))";
    }

    public string Score(SearchWords words, SqlParts sql) =>
        words.Wanted.Count == 0
            ? "0.0::float8"
            : "(-ts_rank('{{0.1, 0.2, 0.4, 1.0}}'::real[], t.\"Words\", w.q, 1))::float8";

    /// <summary>Words are letters and digits only, and quoted all the same.</summary>
    private static string Query(SearchTerm term, SqlParts sql)
    {
        string phrase = $"phraseto_tsquery('english', {sql.Add(string.Join(' ', term.Words))})";
        if (!term.Starts)
        {
            return phrase;
        }

        string start =
            string.Join(" <-> ", term.Words.Select(word => $"'{word}'"))
            + ":*"
            + string.Concat(term.Passed.Select(stem => $" | '{stem}'"));
        return $"({phrase} || to_tsquery('english', {sql.Add(start)}))";
    }
}
