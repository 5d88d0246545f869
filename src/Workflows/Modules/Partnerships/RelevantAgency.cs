using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Partnerships;

/// <summary>An agency named in one partnership's arrangements, which must act in accordance with them (DOMAIN A1.8).</summary>
public sealed class RelevantAgency
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string Name { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day, inclusive; null while it is named.</summary>
    public DateOnly? To { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RelevantAgency>
    {
        public void Configure(EntityTypeBuilder<RelevantAgency> builder)
        {
            builder.ToTable("RelevantAgency");
            // Two partnerships may name the same agency under the same id and still know nothing of each other.
            builder.HasKey(a => new { a.PartnershipId, a.Id });
            builder.Property(a => a.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.Name).HasMaxLength(200);
            builder
                .HasOne<Partnership>()
                .WithMany()
                .HasForeignKey(a => a.PartnershipId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
