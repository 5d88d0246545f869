using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Governance.Storage.PostgreSql;

internal sealed class PostgreSqlKind : DatabaseKind
{
    /// <summary>Names our turn among whatever else uses advisory locks in the database.</summary>
    private const long TurnName = 0x676F7665726E;

    public override (FormattableString Take, FormattableString Give)? Turn =>
        ($"SELECT pg_advisory_lock({TurnName})", $"SELECT pg_advisory_unlock({TurnName})");

    public override void Parse(string connectionString) =>
        _ = new NpgsqlConnectionStringBuilder(connectionString);

    public override GovernanceDb Open(string connectionString) =>
        new PostgreSqlGovernanceDb(
            new DbContextOptionsBuilder<PostgreSqlGovernanceDb>()
                .UseNpgsql(connectionString)
                .Options
        );

    public override void AddTo(IServiceCollection services)
    {
        services.AddSingleton<PostgreSqlTransactions>();
        services.AddSingleton<IActTransactions>(provider =>
            provider.GetRequiredService<PostgreSqlTransactions>()
        );
        services.AddSingleton<IReadGovernance>(provider =>
            provider.GetRequiredService<PostgreSqlTransactions>()
        );
    }

    public override IEnumerable<string> BatchesOf(ISchemaPart part) => [part.PostgreSql];
}
