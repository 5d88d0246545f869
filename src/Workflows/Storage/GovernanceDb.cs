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
    private HashSet<object>? _written;

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

    /// <summary>From now on keeps which tracked rows are written; what was kept before is forgotten.</summary>
    internal void WatchRows() => _written = new(ReferenceEqualityComparer.Instance);

    internal void ForgetRows() => _written = null;

    /// <summary>The tracked rows that were added, changed or removed since <see cref="WatchRows"/>.</summary>
    internal IReadOnlyCollection<object> WrittenRows => _written ?? [];

    private Task<int> SaveDetectedAsync(bool accept, CancellationToken cancellation)
    {
        if (_written is not null)
        {
            foreach (EntityEntry entry in ChangeTracker.Entries())
            {
                if (entry.State is not (EntityState.Unchanged or EntityState.Detached))
                {
                    _written.Add(entry.Entity);
                }
            }
        }

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
