using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Meetings;

/// <summary>
/// A paper before a body: on an item of a meeting, or with a written procedure. Its versions are never changed or taken away;
/// circulation fixes which of them the members were sent.
/// </summary>
public sealed class Paper : IVersioned
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>The meeting or the written procedure that it is for.</summary>
    public required string ForId { get; init; }

    public string? ItemId { get; init; }

    /// <summary>1, 2, 3 … in what it is for.</summary>
    public required int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>The version that was circulated; null while none was.</summary>
    public int? Circulated { get; set; }

    public int Version { get; set; }

    public List<PaperVersion> Versions { get; init; } = [];

    public PaperVersion Newest => Versions.MaxBy(version => version.Number)!;

    public PaperVersion? CirculatedVersion =>
        Versions.Find(version => version.Number == Circulated);

    internal sealed class Mapping : IEntityTypeConfiguration<Paper>
    {
        public void Configure(EntityTypeBuilder<Paper> builder)
        {
            builder.ToTable("Paper");
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.ForId).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.ItemId).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.Name).HasMaxLength(PaperRules.MostName);
            builder.Ignore(p => p.Newest);
            builder.Ignore(p => p.CirculatedVersion);
            builder.HasIndex(p => new { p.ForId, p.Number }).IsUnique();
            builder
                .HasMany(p => p.Versions)
                .WithOne()
                .HasForeignKey(version => version.PaperId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>One text of a paper; its bytes are kept once, under their hash.</summary>
public sealed class PaperVersion
{
    public required string PaperId { get; init; }

    public required int Number { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the bytes.</summary>
    public required string Hash { get; init; }

    public required string ContentType { get; init; }

    public required long Size { get; init; }

    public required DateTime AddedAt { get; init; }

    public required string AddedBy { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PaperVersion>
    {
        public void Configure(EntityTypeBuilder<PaperVersion> builder)
        {
            builder.ToTable("PaperVersion");
            builder.HasKey(v => new { v.PaperId, v.Number });
            builder.Property(v => v.PaperId).HasMaxLength(Ids.MaxLength);
            builder.Property(v => v.Number).ValueGeneratedNever();
            builder.Property(v => v.Hash).HasMaxLength(64);
            builder.Property(v => v.ContentType).HasMaxLength(120);
            builder.Property(v => v.AddedBy).HasMaxLength(Ids.MaxLength);
            builder
                .HasOne<PaperContent>()
                .WithMany()
                .HasForeignKey(v => v.Hash)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>The bytes of a paper, one copy for all versions that have them.</summary>
public sealed class PaperContent
{
    public required string Hash { get; init; }

    public required byte[] Bytes { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PaperContent>
    {
        public void Configure(EntityTypeBuilder<PaperContent> builder)
        {
            builder.ToTable("PaperContent");
            builder.HasKey(c => c.Hash);
            builder.Property(c => c.Hash).HasMaxLength(64);
        }
    }
}
