using Governance.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Governance.Tests.Shared;

/// <summary>
/// An empty database of each kind with the schema of the newest migration, made once in a test run. A test gets a copy of it:
/// migrating from nothing is tested where it is meant, and not some thousand times over.
/// </summary>
internal static class SchemaTemplates
{
    private static readonly Lazy<string> SqliteFile = new(MakeSqlite);
    private static readonly Lazy<string> PostgresDatabase = new(MakePostgres);

    public static void CopySqlite(string file) => File.Copy(SqliteFile.Value, file);

    /// <summary>A new database on the test run's server; its connection string.</summary>
    public static string CopyPostgres() =>
        PostgresServer.Current.CreateDatabase(template: PostgresDatabase.Value);

    private static string MakeSqlite()
    {
        string folder = Directory.CreateTempSubdirectory("governance-schema-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        string migrated = $"Data Source={Path.Combine(folder, "migrated.db")};Pooling=False";
        Migrate(new DatabaseSettings(DatabaseProvider.Sqlite, migrated));

        // A copy without a journal beside it.
        string template = Path.Combine(folder, "template.db");
        using var connection = new SqliteConnection(migrated);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", template);
        command.ExecuteNonQuery();
        return template;
    }

    private static string MakePostgres()
    {
        string migrated = PostgresServer.Current.CreateDatabase();
        Migrate(new DatabaseSettings(DatabaseProvider.PostgreSql, migrated));
        // A database that somebody is connected to is no template.
        using var connection = new NpgsqlConnection(migrated);
        NpgsqlConnection.ClearPool(connection);
        return new NpgsqlConnectionStringBuilder(migrated).Database!;
    }

    private static void Migrate(DatabaseSettings settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new TestClock());
        services.AddLogging();
        services.AddGovernanceStorage(settings);
        services.AddSingleton<IRecordActs, Unrecorded>();
        using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<SchemaSetup>().ApplyAsync().GetAwaiter().GetResult();
    }

    private sealed class Unrecorded : IRecordActs
    {
        public Task AppendAsync(Act act, Contracts.Refusal? refusal) => Task.CompletedTask;
    }
}
