using Microsoft.EntityFrameworkCore;

namespace Governance.Storage.SqlServer;

/// <summary>Microsoft SQL Server 2019 or later, and Azure SQL. Text compares code point by code point, as on every other provider.</summary>
public sealed class SqlServerGovernanceDb(DbContextOptions<SqlServerGovernanceDb> options)
    : GovernanceDb(options)
{
    internal const string Collation = "Latin1_General_100_BIN2";

    public override SqlDialect Dialect { get; } = new SqlServerDialect();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation(Collation);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            // Tables with triggers refuse a bare OUTPUT clause, and which have some is the modules' matter (ISchemaPart).
            entity.UseSqlOutputClause(false);
        }
    }
}
