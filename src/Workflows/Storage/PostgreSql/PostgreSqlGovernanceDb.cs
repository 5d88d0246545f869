using Microsoft.EntityFrameworkCore;

namespace Governance.Storage.PostgreSql;

/// <summary>The server database. Text compares byte by byte (collation "C"), as on every other provider.</summary>
public sealed class PostgreSqlGovernanceDb(DbContextOptions<PostgreSqlGovernanceDb> options)
    : GovernanceDb(options)
{
    public override SqlDialect Dialect { get; } = new PostgreSqlDialect();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}
