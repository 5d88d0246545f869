using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Engine.Definitions;

/// <summary>One version of a workflow definition of a partnership, as it was written. Once published it never changes.</summary>
public sealed class WorkflowDefinitionVersion
{
    /// <summary>The version id that instances are pinned to.</summary>
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>Counts from 1 in each definition.</summary>
    public required int Version { get; init; }

    public required string Name { get; init; }

    public bool IsLatest { get; set; }

    /// <summary>New instances run this one; at most one version of a definition is.</summary>
    public bool IsPublished { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>The whole definition, understood or not.</summary>
    public required string Json { get; init; }

    /// <summary>SHA-256 of <see cref="Json"/> in UTF-8, in small hexadecimal letters.</summary>
    public required string Hash { get; init; }
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
        builder.Property(version => version.Hash).HasMaxLength(64);
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
