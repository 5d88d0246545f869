using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Policies;

/// <summary>A file that belongs to a version; its bytes are kept once, under their hash.</summary>
public sealed class PolicyAttachment
{
    public required string PolicyId { get; init; }

    public required int Number { get; init; }

    public required string Hash { get; init; }

    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    public required long Size { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PolicyAttachment>
    {
        public void Configure(EntityTypeBuilder<PolicyAttachment> builder)
        {
            builder.ToTable("PolicyAttachment");
            builder.HasKey(a => new
            {
                a.PolicyId,
                a.Number,
                a.Hash,
            });
            builder.Property(a => a.PolicyId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.Hash).HasMaxLength(64);
            builder.Property(a => a.FileName).HasMaxLength(AttachmentRules.MostNameLength);
            builder.Property(a => a.ContentType).HasMaxLength(120);
            builder
                .HasOne<AttachmentContent>()
                .WithMany()
                .HasForeignKey(a => a.Hash)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>The bytes of a file, one copy for all versions that have it.</summary>
public sealed class AttachmentContent
{
    /// <summary>Lower-case hexadecimal SHA-256 of the bytes.</summary>
    public required string Hash { get; init; }

    public required byte[] Bytes { get; init; }

    public required DateTime StoredAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AttachmentContent>
    {
        public void Configure(EntityTypeBuilder<AttachmentContent> builder)
        {
            builder.ToTable("AttachmentContent");
            builder.HasKey(c => c.Hash);
            builder.Property(c => c.Hash).HasMaxLength(64);
        }
    }
}
