using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.SignOff;

/// <summary>What the scrutiny function says beside a round, dated. It never counts as a signature (DOMAIN B3.8).</summary>
public sealed class ScrutinyComment
{
    public required string Id { get; init; }

    public required string RoundId { get; init; }

    public required string PersonId { get; init; }

    public required string PersonName { get; init; }

    public required string Text { get; init; }

    public required DateTime WrittenAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ScrutinyComment>
    {
        public void Configure(EntityTypeBuilder<ScrutinyComment> builder)
        {
            builder.ToTable("ScrutinyComment");
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.RoundId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.PersonName).HasMaxLength(200);
            builder.Property(c => c.Text).HasMaxLength(SignOffRound.MostReason);
            builder.HasIndex(c => c.RoundId);
            builder
                .HasOne<SignOffRound>()
                .WithMany()
                .HasForeignKey(c => c.RoundId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
