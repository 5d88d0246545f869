using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Clocks;

/// <summary>What a new calendar version did to a running clock. Written once, never changed.</summary>
public sealed class ClockHistory
{
    public required string Id { get; init; }

    public required string ClockId { get; init; }

    public required DateTime At { get; init; }

    public required DateTime OldDue { get; init; }

    /// <summary>The same as <see cref="OldDue"/> where the clock kept it and was flagged.</summary>
    public required DateTime NewDue { get; init; }

    public required int OldCalendarVersion { get; init; }

    public required int NewCalendarVersion { get; init; }

    public required string Why { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ClockHistory>
    {
        public void Configure(EntityTypeBuilder<ClockHistory> builder)
        {
            builder.ToTable("ClockHistory");
            builder.HasKey(h => h.Id);
            builder.Property(h => h.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(h => h.ClockId).HasMaxLength(Ids.MaxLength);
            builder.Property(h => h.Why).HasMaxLength(500);
            builder.HasIndex(h => h.ClockId);
            builder
                .HasOne<Clock>()
                .WithMany()
                .HasForeignKey(h => h.ClockId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
