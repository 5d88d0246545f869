using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Partnerships;

/// <summary>
/// A person is (tenant id, object id) of the directory they sign in with (DOMAIN B1.1); name and e-mail are labels and identify
/// nobody. People are shared by the partnerships, since one may hold seats in several (DOMAIN 0.3).
/// </summary>
public sealed class Person : IVersioned
{
    internal const int MostId = 128;
    internal const int MostName = 200;
    internal const int MostEmail = 320;

    public required string Id { get; init; }

    public required string TenantId { get; init; }

    public required string ObjectId { get; init; }

    public required string DisplayName { get; set; }

    public string? Email { get; set; }

    public required DateTime RegisteredAt { get; init; }

    /// <summary>When their data was erased: the row stays so that what they did has an author, and names nobody.</summary>
    public DateTime? ErasedAt { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> builder)
        {
            builder.ToTable("Person");
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.TenantId).HasMaxLength(MostId);
            builder.Property(p => p.ObjectId).HasMaxLength(MostId);
            builder.Property(p => p.DisplayName).HasMaxLength(MostName);
            builder.Property(p => p.Email).HasMaxLength(MostEmail);
            builder.HasIndex(p => new { p.TenantId, p.ObjectId }).IsUnique();
        }
    }
}
