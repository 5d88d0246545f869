using System.Globalization;
using Governance.Storage;

namespace Governance.Modules.Search;

/// <summary>
/// What one database can do to find words: its index beside the table, and how it is asked. All that differs between databases in this
/// module is here; another database is another of these.
/// </summary>
internal interface ISearchDialect
{
    /// <summary>Makes the index and keeps it in step with the table, in the writer's own transaction. May run at every start.</summary>
    string Schema { get; }

    /// <summary>Makes the index anew from the table; null where the database does so by itself.</summary>
    string? Rebuild { get; }

    /// <summary>Rows of the table, with what <see cref="Has"/> and <see cref="Score"/> need beside it; <c>t</c> is the table.</summary>
    string From(SearchWords words, SqlParts sql);

    /// <summary>That a row has all that is wanted and nothing of what is not.</summary>
    string Has(SearchWords words, SqlParts sql);

    /// <summary>How well a row fits: less is better, and words of a title count for more than those below it.</summary>
    string Score(SearchWords words, SqlParts sql);

    /// <summary>Only so many rows, behind the order where there is one.</summary>
    string First(int take, bool isSorted) => $" LIMIT {take}";
}

/// <summary>The parameters of a statement, in order; a text never becomes part of the statement itself.</summary>
internal sealed class SqlParts
{
    private readonly List<object> _values = [];

    public object[] Values => [.. _values];

    public string Add(object value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"{{{_values.Count - 1}}}");
    }

    public string AddAll(IEnumerable<string> values) => string.Join(", ", values.Select(Add));
}

/// <summary>The databases' own indexes, as part of the schema.</summary>
internal sealed class SearchSchema : ISchemaPart
{
    public string Sqlite => SqliteSearch.Schema;

    public string PostgreSql => PostgreSqlSearch.Schema;

    public string SqlServer => SqlServerSearch.Schema;
}
