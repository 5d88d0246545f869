using Microsoft.EntityFrameworkCore;

namespace Governance.Storage;

/// <summary>
/// Before the first release the schema grew in eighteen migrations; they are folded into one that makes the same tables. A database
/// that has the last of the eighteen is where the one leaves off, and its history is told in the new words. One that stopped half way
/// stays unknown.
/// </summary>
internal static class FoldedMigrations
{
    public const string Into = "20261126030000_Foundation";

    private const string Last = "_Deliveries";

    /// <summary>A database's history as this build reads it.</summary>
    public static IReadOnlyList<string> Read(IReadOnlyList<string> applied) =>
        HasAll(applied) ? [Into, .. applied.Where(id => !IsFolded(id))] : applied;

    /// <summary>Writes the history of a database that has all of them as this build reads it.</summary>
    public static async Task TellAnewAsync(GovernanceDb db, CancellationToken cancellation)
    {
        if (!HasAll([.. await db.Database.GetAppliedMigrationsAsync(cancellation)]))
        {
            return;
        }

        await using var whole = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" < {Into}",
            cancellation
        );
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ({Into}, {"0.1.0"})",
            cancellation
        );
        await whole.CommitAsync(cancellation);
    }

    private static bool HasAll(IReadOnlyList<string> applied) =>
        applied.Any(id => IsFolded(id) && id.EndsWith(Last, StringComparison.Ordinal));

    private static bool IsFolded(string id) => string.CompareOrdinal(id, Into) < 0;
}
