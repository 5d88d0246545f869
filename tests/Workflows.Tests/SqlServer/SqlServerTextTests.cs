using System.Globalization;
using Governance.Modules;
using Governance.Modules.Search;
using Governance.Storage;
using Governance.Storage.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Governance.Tests.Workflows.SqlServer;

/// <summary>What can be known of SQL Server without one: every statement of ours is Transact-SQL, and the model keeps to its limits.</summary>
public sealed class SqlServerTextTests
{
    private const int KeyBytes = 900;
    private const int IndexBytes = 1700;

    private static GovernanceDb Db => new SqlServerKind().Open("Server=localhost");

    [Fact]
    public async Task Migrations_AsAScript_AreTransactSql()
    {
        await using GovernanceDb db = Db;

        string script = db.GetService<IMigrator>().GenerateScript();

        Assert.Contains("CREATE TABLE [RecordEntry]", script, StringComparison.Ordinal);
        AssertParses(script);
    }

    [Fact]
    public void SchemaParts_InBatches_AreTransactSql()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddGovernanceModules("unused.pem")
            .BuildServiceProvider();

        string[] batches =
        [
            .. services.GetServices<ISchemaPart>().SelectMany(new SqlServerKind().BatchesOf),
        ];

        Assert.True(batches.Length > 10, $"{batches.Length} batches");
        Assert.All(batches, AssertParses);
    }

    [Theory]
    [InlineData(RowLock.Change)]
    [InlineData(RowLock.ChangeOrPass)]
    [InlineData(RowLock.Keep)]
    public void Select_WithALock_IsTransactSql(RowLock how)
    {
        var dialect = new SqlServerDialect();

        AssertParses(dialect.Select("*", "Policy", "\"Id\" = @p0", how));
        AssertParses(
            dialect.Select(
                "*",
                "Delivery",
                "\"State\" = @p0",
                how,
                new FirstRows("NextAttemptAt", 20)
            )
        );
        AssertParses(dialect.Now);
    }

    [Theory]
    [InlineData("children missing from home", true)]
    [InlineData("\"front door\" -draft chil", false)]
    [InlineData("-draft", true)]
    public void Search_ForWords_IsTransactSql(string typed, bool isSorted)
    {
        SearchWords words = SearchWords.Read(typed).Value;
        var dialect = new SqlServerSearch();
        SqlParts sql = new();

        string asked =
            $"SELECT t.\"Number\", {dialect.Score(words, sql)} AS \"Score\" FROM {dialect.From(words, sql)} "
            + $"WHERE {dialect.Has(words, sql)}{(isSorted ? " ORDER BY \"Score\"" : "")}{dialect.First(21, isSorted)}";

        AssertParses(
            string.Format(
                CultureInfo.InvariantCulture,
                asked,
                [.. sql.Values.Select((_, at) => $"@p{at}")]
            )
        );
    }

    [Fact]
    public void Turn_ToChangeTheSchema_IsTransactSql()
    {
        var kind = new SqlServerKind();

        AssertParses(kind.BeforeTurn!);
        AssertParses(
            string.Format(CultureInfo.InvariantCulture, kind.Turn!.Value.Take.Format, "@p0")
        );
        AssertParses(
            string.Format(CultureInfo.InvariantCulture, kind.Turn!.Value.Give.Format, "@p0")
        );
    }

    [Fact]
    public async Task Keys_OfTheModel_FitIntoAnIndex()
    {
        await using GovernanceDb db = Db;
        IModel model = db.GetService<IDesignTimeModel>().Model;

        Assert.All(
            model.GetEntityTypes().Where(entity => !entity.IsMappedToJson()),
            entity =>
            {
                Assert.All(
                    entity.GetKeys(),
                    key => Assert.InRange(Bytes(key.Properties), 1, KeyBytes)
                );
                Assert.All(
                    entity.GetIndexes(),
                    index => Assert.InRange(Bytes(index.Properties), 1, IndexBytes)
                );
            }
        );
    }

    [Fact]
    public void AssertParses_OfWhatIsNoTransactSql_Fails() =>
        Assert.Throws<Xunit.Sdk.TrueException>(() =>
            AssertParses("SELECT * FROM \"Policy\" LIMIT 1 FOR UPDATE")
        );

    private static int Bytes(IReadOnlyList<IProperty> columns) =>
        columns.Sum(column =>
            column.ClrType == typeof(string) ? 2 * (column.GetMaxLength() ?? IndexBytes)
            : column.ClrType == typeof(byte[]) ? column.GetMaxLength() ?? IndexBytes
            : 16
        );

    private static void AssertParses(string sql)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(
            new StringReader(sql),
            out IList<ParseError> errors
        );
        Assert.True(
            errors.Count == 0,
            string.Join(
                Environment.NewLine,
                errors.Select(e => $"{e.Line}: {e.Message}").Append(sql)
            )
        );
    }
}
