using Microsoft.EntityFrameworkCore;

namespace Governance.Storage;

/// <summary>
/// What a module needs in the schema beyond its tables (append-only triggers): statements that may run at every start.
/// </summary>
public interface ISchemaPart
{
    string Sqlite { get; }

    string PostgreSql { get; }
}

/// <summary>Brings the database to this build's schema before the first act. Hosts that start together take turns.</summary>
public sealed class SchemaSetup(DatabaseSettings settings, IEnumerable<ISchemaPart> parts)
{
    /// <summary>Names our turn among whatever else uses advisory locks in the database.</summary>
    private const long Turn = 0x676F7665726E;

    public async Task ApplyAsync(CancellationToken cancellation = default)
    {
        await using GovernanceDb db = DesignTimeDb.Create(settings);
        if (settings.Provider == DatabaseProvider.Sqlite)
        {
            // An SQLite file has one host, so a lock that is still there is that of a start that was cut off. The migration it
            // guarded was rolled back; the lock would stop every later start.
            await db.Database.ExecuteSqlRawAsync(
                "DROP TABLE IF EXISTS \"__EFMigrationsLock\"",
                cancellation
            );
            await ApplyAsync(db, cancellation);
            return;
        }

        await db.Database.OpenConnectionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Turn})", cancellation);
        try
        {
            await ApplyAsync(db, cancellation);
        }
        finally
        {
            // The connection goes back to a pool and would keep the turn there.
            await db.Database.ExecuteSqlAsync(
                $"SELECT pg_advisory_unlock({Turn})",
                CancellationToken.None
            );
        }
    }

    private async Task ApplyAsync(GovernanceDb db, CancellationToken cancellation)
    {
        await db.Database.MigrateAsync(cancellation);
        foreach (ISchemaPart part in parts)
        {
            string sql =
                settings.Provider == DatabaseProvider.Sqlite ? part.Sqlite : part.PostgreSql;
            await db.Database.ExecuteSqlRawAsync(Literally(sql), cancellation);
        }
    }

    /// <summary>Braces in a statement are no placeholders.</summary>
    private static string Literally(string sql) =>
        sql.Replace("{", "{{", StringComparison.Ordinal)
            .Replace("}", "}}", StringComparison.Ordinal);
}
