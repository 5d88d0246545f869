using Governance.Modules.Transfer.Export;
using Governance.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Workflows.Modules.Transfer;

/// <summary>Nobody is locked in: whatever the model gains is exported, or left out by name and with a reason.</summary>
public sealed class ExportTablesTests
{
    private static readonly string[] Tables =
    [
        .. Model().GetEntityTypes().Where(entity => !entity.IsOwned()).Select(Name).Distinct(),
    ];

    [Fact]
    public void EveryTable_IsExportedOrLeftOutByName()
    {
        string[] named =
        [
            .. ExportTables.All.Select(table => table.Table),
            .. ExportTables.LeftOut.Select(left => left.Table),
        ];

        Assert.Equal(named.Length, named.Distinct().Count());
        Assert.Equal(Tables.Order(), named.Order());
        Assert.All(ExportTables.LeftOut, left => Assert.NotEmpty(left.Why));
    }

    [Fact]
    public void ATableThatIsNotNamed_IsFound() =>
        Assert.NotEqual(
            Tables.Order(),
            ExportTables.All.Skip(1).Select(table => table.Table).Order()
        );

    [Fact]
    public void Columns_WithKeysOrSecrets_AreNotGivenAway()
    {
        string[] given =
        [
            .. ExportTables
                .All.SelectMany(table =>
                    new TableRows(Model(), table).Names.Select(name => $"{table.Table}.{name}")
                )
                .Where(name =>
                    name.Contains("secret", StringComparison.OrdinalIgnoreCase)
                    || name.EndsWith("KeyHash", StringComparison.OrdinalIgnoreCase)
                    || name.Contains("sealed", StringComparison.OrdinalIgnoreCase)
                    || name.Contains("proposedKey", StringComparison.OrdinalIgnoreCase)
                ),
        ];

        Assert.Empty(given);
    }

    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("a/b\\c:d.pdf", "a-b-c-d.pdf")]
    [InlineData("..", "file")]
    [InlineData("CON.txt", "file-CON.txt")]
    [InlineData("lpt1", "file-lpt1")]
    [InlineData("ends. ", "ends")]
    public void FileName_OfAnything_CanBeKeptEverywhere(string given, string kept) =>
        Assert.Equal(kept, new FileNames().Take(given));

    [Fact]
    public void FileName_OfTwoAlike_IsAnotherOne()
    {
        FileNames names = new();

        Assert.Equal(
            ["Map.pdf", "map (2).pdf", "MAP (3).pdf"],
            ((string[])["Map.pdf", "map.pdf", "MAP.pdf"]).Select(names.Take)
        );
    }

    private static string Name(Microsoft.EntityFrameworkCore.Metadata.IEntityType entity) =>
        entity.GetTableName()!;

    private static Microsoft.EntityFrameworkCore.Metadata.IModel Model()
    {
        using SqliteGovernanceDb db = new(
            new DbContextOptionsBuilder<SqliteGovernanceDb>()
                .UseSqlite("Data Source=:memory:")
                .Options
        );
        return db.Model;
    }
}
