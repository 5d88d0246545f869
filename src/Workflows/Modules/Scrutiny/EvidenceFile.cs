using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// A file that a challenge rests on. It comes with a ruling of the scrutiny function and leaves with one; its row stays, so that it can
/// always be told what the seats had before them when they answered.
/// </summary>
public sealed class EvidenceFile
{
    public required string ChallengeId { get; init; }

    /// <summary>1, 2, 3 … in the challenge.</summary>
    public required int Number { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the bytes, which are kept once for all who name them.</summary>
    public required string Hash { get; init; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required long Size { get; init; }

    /// <summary>The ruling by which it came.</summary>
    public required int AddedBy { get; init; }

    /// <summary>The ruling by which it was taken off; null while it is part of the evidence.</summary>
    public int? TakenOffBy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<EvidenceFile>
    {
        public void Configure(EntityTypeBuilder<EvidenceFile> builder)
        {
            builder.ToTable("ChallengeEvidence");
            builder.HasKey(file => new { file.ChallengeId, file.Number });
            builder.Property(file => file.ChallengeId).HasMaxLength(Ids.MaxLength);
            builder.Property(file => file.Number).ValueGeneratedNever();
            builder.Property(file => file.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(file => file.Hash).HasMaxLength(64);
            builder.Property(file => file.Name).HasMaxLength(PaperRules.MostName);
            builder.Property(file => file.ContentType).HasMaxLength(120);
            builder
                .HasOne<ChallengeRuling>()
                .WithMany()
                .HasForeignKey(file => new { file.ChallengeId, file.AddedBy })
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne<PaperContent>()
                .WithMany()
                .HasForeignKey(file => file.Hash)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
