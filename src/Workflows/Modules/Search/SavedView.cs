using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Search;

/// <summary>A search, or a list with its filters, that one person keeps under a name. Nobody else sees it.</summary>
public sealed class SavedView : IVersioned
{
    public const int MostName = 100;

    /// <summary>In one partnership.</summary>
    public const int Most = 50;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string PersonId { get; init; }

    public required string Name { get; set; }

    /// <summary>As <see cref="ViewAddress"/> has checked it.</summary>
    public required string Address { get; init; }

    public required DateTime SavedAt { get; init; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<SavedView>
    {
        public void Configure(EntityTypeBuilder<SavedView> builder)
        {
            builder.ToTable("SavedView");
            builder.HasKey(v => v.Id);
            builder.Property(v => v.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(v => v.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(v => v.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(v => v.Name).HasMaxLength(MostName);
            builder.Property(v => v.Address).HasMaxLength(ViewAddress.MostLength);
            builder
                .HasIndex(v => new
                {
                    v.PersonId,
                    v.PartnershipId,
                    v.Name,
                })
                .IsUnique();
        }
    }
}
