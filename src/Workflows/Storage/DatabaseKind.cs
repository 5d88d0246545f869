using Governance.Storage.PostgreSql;
using Governance.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Storage;

/// <summary>What depends on which database it is: one implementation beside each database's own code.</summary>
internal abstract class DatabaseKind
{
    /// <summary>Those that this build can open; SQL Server with <c>-p:SqlServer=true</c>.</summary>
    public static readonly IReadOnlyDictionary<DatabaseProvider, DatabaseKind> InThisBuild =
        new Dictionary<DatabaseProvider, DatabaseKind>
        {
            [DatabaseProvider.Sqlite] = new SqliteKind(),
            [DatabaseProvider.PostgreSql] = new PostgreSqlKind(),
#if SQLSERVER
            [DatabaseProvider.SqlServer] = new SqlServer.SqlServerKind(),
#endif
        };

    public static DatabaseKind Of(DatabaseSettings settings) =>
        InThisBuild.TryGetValue(settings.Provider, out DatabaseKind? kind)
            ? kind
            : throw new InvalidOperationException(
                $"{settings.Provider} is not in this build: build with -p:{settings.Provider}=true."
            );

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    /// <exception cref="FormatException">A value of it is none.</exception>
    public abstract void Parse(string connectionString);

    /// <summary>A context outside any act: for the schema, and for <c>dotnet ef</c>, which needs no server to write migrations.</summary>
    public abstract GovernanceDb Open(string connectionString);

    /// <summary>Acts and readers.</summary>
    public abstract void AddTo(IServiceCollection services);

    /// <summary>Statements that take and give back the turn to change the schema, held by the connection that asks.</summary>
    /// <returns>Null where a file is the database.</returns>
    public abstract (FormattableString Take, FormattableString Give)? Turn { get; }

    /// <summary>What the connection that wants the turn says first; null for nothing.</summary>
    public virtual string? BeforeTurn => null;

    /// <summary>What stands before the migrations, in the turn and outside a transaction; null for nothing.</summary>
    public virtual string? BeforeMigrations => null;

    /// <summary>What the module needs beyond its tables, as batches of statements.</summary>
    public abstract IEnumerable<string> BatchesOf(ISchemaPart part);
}
