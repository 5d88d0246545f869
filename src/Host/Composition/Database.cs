using Governance.Storage;
using Microsoft.Data.Sqlite;

namespace Governance.Host.Composition;

/// <summary>Which database the configuration names: <c>Database:Provider</c>, <c>ConnectionStrings:Governance</c>.</summary>
internal static class Database
{
    public static DatabaseSettings SettingsOf(IConfiguration configuration)
    {
        string? named = configuration["Database:Provider"];
        if (ProviderOf(named, out string why) is not { } provider)
        {
            throw new CannotStartException($"Database:Provider {why}");
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

    /// <summary>The database that was named; null with the reason where this build has no such one.</summary>
    public static DatabaseProvider? ProviderOf(string? named, out string why)
    {
        why = string.Empty;
        if (
            !Enum.TryParse(named, ignoreCase: true, out DatabaseProvider provider)
            || !Enum.IsDefined(provider)
        )
        {
            why =
                $"is unknown. It is one of {string.Join(", ", DatabaseSettings.ProvidersInThisBuild)}.";
            return null;
        }

        if (!DatabaseSettings.ProvidersInThisBuild.Contains(provider))
        {
            why =
                $"is {provider}, which is not in this build. Build with -p:{provider}=true, or take the released image.";
            return null;
        }

        return provider;
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
