using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Storage.SqlServer;

internal sealed partial class SqlServerKind : DatabaseKind
{
    private const string TurnName = "governance schema";

    /// <summary>
    /// Readers must not wait for acts, and may read one moment for longer (an export). Azure SQL has it so from the start; a server is told once, by a connection that nobody
    /// shares the database with.
    /// </summary>
    private const string ReadersDoNotWait = """
        IF EXISTS (SELECT 1 FROM sys.databases WHERE database_id = DB_ID() AND is_read_committed_snapshot_on = 0)
            ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
        IF EXISTS (SELECT 1 FROM sys.databases WHERE database_id = DB_ID() AND snapshot_isolation_state = 0)
            ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON;
        """;

    public override (FormattableString Take, FormattableString Give)? Turn =>
        (
            $"EXEC sp_getapplock @Resource = {TurnName}, @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = -1",
            $"EXEC sp_releaseapplock @Resource = {TurnName}, @LockOwner = 'Session'"
        );

    public override string BeforeTurn => ReadersDoNotWait;

    public override void Parse(string connectionString) =>
        _ = new SqlConnectionStringBuilder(connectionString);

    public override GovernanceDb Open(string connectionString) =>
        new SqlServerGovernanceDb(
            new DbContextOptionsBuilder<SqlServerGovernanceDb>()
                .UseSqlServer(connectionString)
                .Options
        );

    public override void AddTo(IServiceCollection services)
    {
        services.AddSingleton<SqlServerTransactions>();
        services.AddSingleton<IActTransactions>(provider =>
            provider.GetRequiredService<SqlServerTransactions>()
        );
        services.AddSingleton<IReadGovernance>(provider =>
            provider.GetRequiredService<SqlServerTransactions>()
        );
    }

    /// <summary>A trigger stands alone in its batch; <c>GO</c> on a line of its own ends one.</summary>
    public override IEnumerable<string> BatchesOf(ISchemaPart part) =>
        EndOfBatch().Split(part.SqlServer).Where(batch => !string.IsNullOrWhiteSpace(batch));

    [GeneratedRegex(@"^GO\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EndOfBatch();
}

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerGovernanceDb>
{
    public SqlServerGovernanceDb CreateDbContext(string[] args) =>
        (SqlServerGovernanceDb)new SqlServerKind().Open("Server=localhost;Database=governance");
}
