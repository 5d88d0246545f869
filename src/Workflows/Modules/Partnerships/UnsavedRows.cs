using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>
/// A query does not see what the act has added and not saved yet; those who follow an event must. Outside an act there is
/// nothing to add.
/// </summary>
internal static class UnsavedRows
{
    public static IEnumerable<T> And<T>(GovernanceDb db, IEnumerable<T> stored)
        where T : class
    {
        // What was added is known without comparing every row that the act has loaded.
        bool detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        T[] added =
        [
            .. db
                .ChangeTracker.Entries<T>()
                .Where(entry => entry.State == EntityState.Added)
                .Select(entry => entry.Entity),
        ];
        db.ChangeTracker.AutoDetectChangesEnabled = detects;
        return stored.Concat(added);
    }
}
