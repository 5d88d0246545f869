using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Scrutiny;

/// <summary>A scrutineer's private space for drafts: one key of its own, which is stored nowhere but wrapped. The root row of both.</summary>
public sealed class DraftSpace : IRoot
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string OwnerId { get; init; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<DraftSpace>
    {
        public void Configure(EntityTypeBuilder<DraftSpace> builder)
        {
            builder.ToTable("ChallengeDraftSpace");
            builder.HasKey(s => s.Id);
            builder.Property(s => s.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.OwnerId).HasMaxLength(Ids.MaxLength);
            builder.HasIndex(s => new { s.PartnershipId, s.OwnerId }).IsUnique();
        }
    }
}

/// <summary>
/// A space's key as one person can open it: wrapped under a key that is derived from their passphrase. Neither the passphrase nor the
/// space's key is stored; without the passphrase this is of no use to anybody.
/// </summary>
public sealed class DraftKey : IVersioned
{
    public required string SpaceId { get; init; }

    public required string PersonId { get; init; }

    public required byte[] Salt { get; set; }

    public required int Iterations { get; set; }

    public required byte[] Wrapped { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<DraftKey>
    {
        public void Configure(EntityTypeBuilder<DraftKey> builder)
        {
            builder.ToTable("ChallengeDraftKey");
            builder.HasKey(k => new { k.SpaceId, k.PersonId });
            builder.Property(k => k.SpaceId).HasMaxLength(Ids.MaxLength);
            builder.Property(k => k.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(k => k.Salt).HasMaxLength(DraftSecrecy.SaltLength);
            builder.Property(k => k.Wrapped).HasMaxLength(DraftSecrecy.WrappedLength);
            builder
                .HasOne<DraftSpace>()
                .WithMany()
                .HasForeignKey(k => k.SpaceId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A draft of a challenge that was not raised yet: encrypted, with nothing beside it that says what it is about.</summary>
public sealed class ChallengeDraft : IVersioned
{
    public required string Id { get; init; }

    public required string SpaceId { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>Nonce, tag and encrypted text, one after the other.</summary>
    public required byte[] Sealed { get; set; }

    public required DateTime SavedAt { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ChallengeDraft>
    {
        public void Configure(EntityTypeBuilder<ChallengeDraft> builder)
        {
            builder.ToTable("ChallengeDraft");
            builder.HasKey(d => d.Id);
            builder.Property(d => d.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.SpaceId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder
                .HasOne<DraftSpace>()
                .WithMany()
                .HasForeignKey(d => d.SpaceId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
