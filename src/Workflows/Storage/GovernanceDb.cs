using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Governance.Storage;

/// <summary>
/// The one database. It names no entity: each entity's mapping (<see cref="IEntityTypeConfiguration{T}"/>) sits in the entity's
/// own file, and modules use <c>db.Set&lt;T&gt;()</c>. Writes happen only inside an act (<see cref="Acts"/>).
/// </summary>
public abstract class GovernanceDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>What statements of our own leave to this database.</summary>
    public abstract SqlDialect Dialect { get; }

    /// <summary>Whether rows are locked one by one; SQLite has one writer and needs no lock.</summary>
    public bool LocksRows => Dialect.LocksRows;

    /// <summary>One row by its id, kept as <paramref name="how"/> says until the act ends.</summary>
    internal IQueryable<T> RowById<T>(string id, RowLock how)
        where T : class =>
        Set<T>()
            .FromSqlRaw(
                Dialect.Select(
                    "*",
                    Model.FindEntityType(typeof(T))!.GetTableName()!,
                    "\"Id\" = {0}",
                    how
                ),
                id
            );

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        bool detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.DetectChanges();
        // Once is enough: the versions counted up below belong to rows that are found to be changed already.
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await SaveDetectedAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private Task<int> SaveDetectedAsync(bool accept, CancellationToken cancellation)
    {
        foreach (EntityEntry<IVersioned> entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State == EntityState.Modified)
            {
                PropertyEntry<IVersioned, int> version = entry.Property(row => row.Version);
                version.CurrentValue++;
            }
        }

        return base.SaveChangesAsync(accept, cancellation);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(GovernanceDb).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
            }
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMoments>();

    /// <summary>Moments go in and come out as UTC.</summary>
    private sealed class UtcMoments()
        : ValueConverter<DateTime, DateTime>(
            moment => moment.Kind == DateTimeKind.Utc ? moment : moment.ToUniversalTime(),
            stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc)
        );
}

/// <summary>A row whose every change counts up its version; a lost race shows as a concurrency exception and is run again.</summary>
public interface IVersioned
{
    int Version { get; set; }
}

/// <summary>The root row of a subject: what is locked first when somebody acts on it.</summary>
public interface IRoot : IVersioned
{
    string Id { get; }

    string PartnershipId { get; }
}
