using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Policies;

/// <summary>
/// One immutable version of a text, stored in its canonical form, so that what is shown is exactly what is hashed. Who saved it is
/// its author, whatever anybody writes in the text.
/// </summary>
public sealed class PolicyVersion
{
    public required string PolicyId { get; init; }

    /// <summary>1, 2, 3 … within the policy.</summary>
    public required int Number { get; init; }

    public required string Class { get; init; }

    public required string Title { get; init; }

    public required string Body { get; init; }

    public required int ReviewMonths { get; init; }

    /// <summary>SHA-256 of the canonical form (<see cref="CanonicalText"/>).</summary>
    public required string Hash { get; init; }

    public required string SavedBy { get; init; }

    public required DateTime SavedAt { get; init; }

    public DateTime? PublishedAt { get; set; }

    public List<PolicyAttachment> Attachments { get; init; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<PolicyVersion>
    {
        public void Configure(EntityTypeBuilder<PolicyVersion> builder)
        {
            builder.ToTable("PolicyVersion");
            builder.HasKey(v => new { v.PolicyId, v.Number });
            builder.Property(v => v.PolicyId).HasMaxLength(Ids.MaxLength);
            builder.Property(v => v.Number).ValueGeneratedNever();
            builder.Property(v => v.Class).HasMaxLength(32);
            builder.Property(v => v.Title).HasMaxLength(DraftRules.MostTitle);
            builder.Property(v => v.Hash).HasMaxLength(64);
            builder.Property(v => v.SavedBy).HasMaxLength(Ids.MaxLength);
            builder
                .HasOne<Policy>()
                .WithMany()
                .HasForeignKey(v => v.PolicyId)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasMany(v => v.Attachments)
                .WithOne()
                .HasForeignKey(a => new { a.PolicyId, a.Number })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
