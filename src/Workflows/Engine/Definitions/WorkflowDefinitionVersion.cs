using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Engine.Definitions;

/// <summary>
/// One version of a workflow definition of a partnership, as it was written. A draft may be written again; once published it
/// never changes.
/// </summary>
public sealed class WorkflowDefinitionVersion
{
    /// <summary>The version id that instances are pinned to.</summary>
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>Counts from 1 in each definition.</summary>
    public required int Version { get; init; }

    public required string Name { get; set; }

    /// <summary>The highest version of its definition.</summary>
    public bool IsLatest { get; set; }

    /// <summary>New instances run this one; at most one version of a definition is.</summary>
    public bool IsPublished { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Who began it: a person, or the part of the service that did.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>When its text was last written.</summary>
    public DateTime? ChangedAt { get; set; }

    /// <summary>When it was first published; null while it is a draft.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>When it was taken back without another in its place; null when it was not, or was published again.</summary>
    public DateTime? RetractedAt { get; set; }

    /// <summary>Set when a migration takes an instance away: it has run, though no instance is pinned to it any more.</summary>
    public bool HasRun { get; set; }

    /// <summary>The whole definition, understood or not.</summary>
    public required string Json { get; set; }

    /// <summary>SHA-256 of <see cref="Json"/> in UTF-8, in small hexadecimal letters.</summary>
    public required string Hash { get; set; }

    /// <summary>Never published, so that its text may still change.</summary>
    public bool IsDraft => PublishedAt is null && !IsPublished;
}

internal sealed class WorkflowDefinitionVersionMapping
    : IEntityTypeConfiguration<WorkflowDefinitionVersion>
{
    public void Configure(EntityTypeBuilder<WorkflowDefinitionVersion> builder)
    {
        builder.ToTable("WorkflowDefinitionVersion");
        builder.HasKey(version => version.Id);
        builder.Property(version => version.Id).HasMaxLength(Ids.MaxLength);
        builder.Property(version => version.PartnershipId).HasMaxLength(Ids.MaxLength);
        builder.Property(version => version.DefinitionId).HasMaxLength(Ids.MaxLength);
        builder.Property(version => version.Name).HasMaxLength(200);
        builder.Property(version => version.CreatedBy).HasMaxLength(Ids.MaxLength);
        builder.Property(version => version.Hash).HasMaxLength(64);
        builder.Ignore(version => version.IsDraft);
        builder
            .HasIndex(version => new
            {
                version.PartnershipId,
                version.DefinitionId,
                version.Version,
            })
            .IsUnique();
    }
}
