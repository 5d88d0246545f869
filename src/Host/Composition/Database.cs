using Governance.Storage;
using Microsoft.Data.Sqlite;

namespace Governance.Host.Composition;

/// <summary>Which database the configuration names: <c>Database:Provider</c>, <c>ConnectionStrings:Governance</c>.</summary>
internal static class Database
{
    public static DatabaseSettings SettingsOf(IConfiguration configuration)
    {
        string? named = configuration["Database:Provider"];
        if (
            !Enum.TryParse(named, ignoreCase: true, out DatabaseProvider provider)
            || !Enum.IsDefined(provider)
        )
        {
            throw new CannotStartException(
                $"Database:Provider is one of {string.Join(", ", Enum.GetNames<DatabaseProvider>())}."
            );
        }

        string connection =
            configuration.GetConnectionString("Governance")
            ?? throw new CannotStartException("ConnectionStrings:Governance is empty.");
        if (provider == DatabaseProvider.Sqlite)
        {
            CreateFolder(connection);
        }

        return new DatabaseSettings(provider, connection)
        {
            MigratesAtStart = configuration.GetValue("Database:MigrateAtStart", true),
        };
    }

    private static void CreateFolder(string connection)
    {
        string file = new SqliteConnectionStringBuilder(connection).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }
}
