using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Notices;

/// <summary>The delivery log: what came of one attempt. An attempt that a crash cut off has no line; the next one's number shows it.</summary>
public sealed class DeliveryAttempt
{
    public required string DeliveryId { get; init; }

    /// <summary>From 1 on.</summary>
    public required int Number { get; init; }

    public required DateTime At { get; init; }

    /// <summary>By a stable code; never what a provider has said in words, which may repeat an address.</summary>
    public required string Result { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DeliveryAttempt>
    {
        public void Configure(EntityTypeBuilder<DeliveryAttempt> builder)
        {
            builder.ToTable("DeliveryAttempt");
            builder.HasKey(a => new { a.DeliveryId, a.Number });
            builder.Property(a => a.DeliveryId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.Result).HasMaxLength(64);
            builder
                .HasOne<Delivery>()
                .WithMany()
                .HasForeignKey(a => a.DeliveryId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
