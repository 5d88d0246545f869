using Microsoft.EntityFrameworkCore;

namespace Governance.Storage;

/// <summary>
/// What a module needs in the schema beyond its tables (append-only triggers): statements that may run at every start.
/// </summary>
public interface ISchemaPart
{
    string Sqlite { get; }

    string PostgreSql { get; }

    /// <summary>Batches, each ended by a line <c>GO</c>.</summary>
    string SqlServer { get; }
}

/// <summary>
/// Tables that something else than our model keeps in the database and makes by itself: made in the same turn as the migrations, and
/// whenever it finds some missing.
/// </summary>
public interface ISchemaGuest
{
    Task ApplyAsync(DatabaseSettings settings, CancellationToken cancellation);
}

/// <summary>
/// Brings the database to this build's schema before the first act. Hosts that start together take turns: one migrates, the others
/// wait for it and find it done. The turn is held by the operating system or by the server, so that a host that dies gives it back.
/// </summary>
public sealed class SchemaSetup(
    DatabaseSettings settings,
    IEnumerable<ISchemaPart> parts,
    IEnumerable<ISchemaGuest> guests
)
{
    /// <summary>How the schema stands against this build, without changing anything.</summary>
    public async Task<SchemaState> LookAsync(CancellationToken cancellation = default)
    {
        await using GovernanceDb db = DesignTimeDb.Create(settings);
        if (SqliteFile.Of(settings) is { } file && !File.Exists(file))
        {
            // Opening it would make it.
            return new SchemaState([], [.. db.Database.GetMigrations()], []);
        }

        return await LookAsync(db, cancellation);
    }

    /// <summary>Makes what is missing and tells which migrations it made; none when another host was first.</summary>
    /// <exception cref="UnknownSchemaException">The database is not one that this build knows: nothing was changed.</exception>
    public async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken cancellation = default)
    {
        await using SchemaTurn turn = await SchemaTurn.TakeAsync(settings, cancellation);
        await using GovernanceDb db = DesignTimeDb.Create(settings);
        SchemaState state = await LookAsync(db, cancellation);
        if (state.IsUnknown)
        {
            throw new UnknownSchemaException(state.Unknown);
        }

        var kind = DatabaseKind.Of(settings);
        if (kind.BeforeMigrations is { } before)
        {
            await db.Database.ExecuteSqlRawAsync(before, cancellation);
        }

        await FoldedMigrations.TellAnewAsync(db, cancellation);
        await db.Database.MigrateAsync(cancellation);
        foreach (string batch in parts.SelectMany(kind.BatchesOf))
        {
            await db.Database.ExecuteSqlRawAsync(Literally(batch), cancellation);
        }

        foreach (ISchemaGuest guest in guests)
        {
            await guest.ApplyAsync(settings, cancellation);
        }

        return state.Pending;
    }

    private static async Task<SchemaState> LookAsync(
        GovernanceDb db,
        CancellationToken cancellation
    )
    {
        List<string> known = [.. db.Database.GetMigrations()];
        IReadOnlyList<string> applied = FoldedMigrations.Read([
            .. await db.Database.GetAppliedMigrationsAsync(cancellation),
        ]);
        return new SchemaState(
            [.. applied.Intersect(known, StringComparer.Ordinal)],
            [.. known.Except(applied, StringComparer.Ordinal)],
            [.. applied.Except(known, StringComparer.Ordinal)]
        );
    }

    /// <summary>Braces in a statement are no placeholders.</summary>
    private static string Literally(string sql) =>
        sql.Replace("{", "{{", StringComparison.Ordinal)
            .Replace("}", "}}", StringComparison.Ordinal);
}

/// <summary>Migrations that the database has, those it still lacks, and those that this build does not know.</summary>
public sealed record SchemaState(
    IReadOnlyList<string> Applied,
    IReadOnlyList<string> Pending,
    IReadOnlyList<string> Unknown
)
{
    public bool IsUnknown => Unknown.Count > 0;

    public bool IsCurrent => !IsUnknown && Pending.Count == 0;
}

/// <summary>The database was migrated by something else than this build and what came before it: what this build writes may not be expected there.</summary>
public sealed class UnknownSchemaException(IReadOnlyList<string> unknown)
    : Exception($"The database has a schema that this build does not know: {unknown[^1]}.")
{
    public IReadOnlyList<string> Unknown { get; } = unknown;
}
