using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.SignOff;

/// <summary>One of the three seats in a round, and the ask that waits for it.</summary>
public sealed class RoundSeat
{
    public required string RoundId { get; init; }

    public required string Seat { get; init; }

    /// <summary>The level that the ask stands at.</summary>
    public required string Level { get; set; }

    /// <summary>One of <see cref="RoundSeatStates"/>.</summary>
    public required string State { get; set; }

    public string? AskId { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RoundSeat>
    {
        public void Configure(EntityTypeBuilder<RoundSeat> builder)
        {
            builder.ToTable("SignOffSeat");
            builder.HasKey(s => new { s.RoundId, s.Seat });
            builder.Property(s => s.RoundId).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.Seat).HasMaxLength(32);
            builder.Property(s => s.Level).HasMaxLength(32);
            builder.Property(s => s.State).HasMaxLength(32);
            builder.Property(s => s.AskId).HasMaxLength(Ids.MaxLength);
        }
    }
}
