using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Retention;

/// <summary>
/// One version of a partnership's own rule for a class of subjects; the newest applies. A class without any goes by
/// <see cref="RetentionSchedule.Shipped"/>. Never changed.
/// </summary>
public sealed class RetentionClassVersion
{
    public required string PartnershipId { get; init; }

    public required string Key { get; init; }

    /// <summary>From 1 without gaps; 0 is what the product ships.</summary>
    public required int Number { get; init; }

    /// <summary>One of <see cref="RetentionStarts"/>.</summary>
    public required string Starts { get; init; }

    /// <summary>Null: kept for ever.</summary>
    public int? Years { get; init; }

    public required string Reason { get; init; }

    public required string Source { get; init; }

    public required string ProposedBy { get; init; }

    public required string AgreedBy { get; init; }

    public required DateTime CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RetentionClassVersion>
    {
        public void Configure(EntityTypeBuilder<RetentionClassVersion> builder)
        {
            builder.ToTable("RetentionClassVersion");
            builder.HasKey(each => new
            {
                each.PartnershipId,
                each.Key,
                each.Number,
            });
            builder.Property(each => each.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.Key).HasMaxLength(64);
            builder.Property(each => each.Number).ValueGeneratedNever();
            builder.Property(each => each.Starts).HasMaxLength(16);
            builder.Property(each => each.Reason).HasMaxLength(RetentionRules.MostText);
            builder.Property(each => each.Source).HasMaxLength(RetentionRules.MostText);
            builder.Property(each => each.ProposedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.AgreedBy).HasMaxLength(Ids.MaxLength);
        }
    }
}
