using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Definitions;

/// <summary>
/// A change of the governance framework before the three seats (DOMAIN B9.5): one version of one of the framework's definitions, under
/// its hash. While they sign, its text cannot be changed; it is published by their three signatures or not at all.
/// </summary>
public sealed class FrameworkChange : IRoot
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>The version's own id.</summary>
    public required string VersionId { get; init; }

    /// <summary>Its number among the definition's versions.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of the definition as it was proposed.</summary>
    public required string Hash { get; init; }

    /// <summary>Why it is proposed, as the seats read it; null where no reason was given.</summary>
    public string? Reason { get; init; }

    public required DateTime ProposedAt { get; init; }

    public required string ProposedBy { get; init; }

    /// <summary>When it was published, rejected or taken back; null while the seats sign.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Whether the three signatures published it.</summary>
    public bool IsPublished { get; set; }

    /// <summary>The partnership and the definition while the seats sign, so that there is one at a time; its own id afterwards.</summary>
    public required string OpenKey { get; set; }

    public int Version { get; set; }

    public bool IsOpen => EndedAt is null;

    public static string OpenKeyOf(string partnershipId, string definitionId) =>
        partnershipId + ":" + definitionId;

    internal void End(DateTime now, bool published = false)
    {
        EndedAt = now;
        IsPublished = published;
        OpenKey = Id;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<FrameworkChange>
    {
        public void Configure(EntityTypeBuilder<FrameworkChange> builder)
        {
            builder.ToTable("FrameworkChange");
            builder.HasKey(change => change.Id);
            builder.Property(change => change.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(change => change.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(change => change.DefinitionId).HasMaxLength(Ids.MaxLength);
            builder.Property(change => change.VersionId).HasMaxLength(Ids.MaxLength);
            builder.Property(change => change.Hash).HasMaxLength(64);
            builder.Property(change => change.Reason).HasMaxLength(DefinitionProposal.MostReason);
            builder.Property(change => change.ProposedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(change => change.OpenKey).HasMaxLength((2 * Ids.MaxLength) + 1);
            builder.HasIndex(change => change.OpenKey).IsUnique();
            builder.HasIndex(change => new { change.PartnershipId, change.DefinitionId });
        }
    }
}
