using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Notices;

/// <summary>Something that one person was told inside the product, written in the act that brought it about.</summary>
public sealed class Notice : IVersioned
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string PersonId { get; init; }

    /// <summary>Stable name of what happened, such as <c>delegation.granted</c>.</summary>
    public required string Kind { get; init; }

    public required string SubjectType { get; init; }

    public required string SubjectId { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? ReadAt { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> builder)
        {
            builder.ToTable("Notice");
            builder.HasKey(n => n.Id);
            builder.Property(n => n.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(n => n.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(n => n.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(n => n.Kind).HasMaxLength(Ids.MaxLength);
            builder.Property(n => n.SubjectType).HasMaxLength(Ids.MaxLength);
            builder.Property(n => n.SubjectId).HasMaxLength(Ids.MaxLength);
            builder.Property(n => n.Title).HasMaxLength(300);
            builder.Property(n => n.Text).HasMaxLength(2000);
            builder.HasIndex(n => new { n.PersonId, n.Id });
            builder.HasIndex(n => n.PersonId).HasFilter("\"ReadAt\" IS NULL");
        }
    }
}
