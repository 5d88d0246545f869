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

/// <summary>Brings the database to this build's schema before the first act.</summary>
public sealed class SchemaSetup(DatabaseSettings settings, IEnumerable<ISchemaPart> parts)
{
    public async Task ApplyAsync(CancellationToken cancellation = default)
    {
        await using GovernanceDb db = DesignTimeDb.Create(settings);
        await db.Database.EnsureCreatedAsync(cancellation);
        foreach (ISchemaPart part in parts)
        {
            string sql =
                settings.Provider == DatabaseProvider.Sqlite ? part.Sqlite : part.PostgreSql;
            await db.Database.ExecuteSqlRawAsync(
                sql.Replace("{", "{{", StringComparison.Ordinal)
                    .Replace("}", "}}", StringComparison.Ordinal),
                cancellation
            );
        }
    }
}
