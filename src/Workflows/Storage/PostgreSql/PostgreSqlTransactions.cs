using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Governance.Storage.PostgreSql;

internal sealed class PostgreSqlTransactions
    : ServerTransactions<PostgreSqlGovernanceDb>,
        IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;

    public PostgreSqlTransactions(DatabaseSettings settings)
        : this(NpgsqlDataSource.Create(settings.ConnectionString)) { }

    private PostgreSqlTransactions(NpgsqlDataSource source)
        : base(options => options.UseNpgsql(source)) => _source = source;

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    protected override bool IsRace(DbException exception) =>
        exception
            is PostgresException
            {
                SqlState: PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.UniqueViolation
            };
}
