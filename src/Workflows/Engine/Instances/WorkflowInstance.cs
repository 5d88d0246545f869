using Governance.Engine.Interpreter;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Engine.Instances;

/// <summary>One run of a workflow about one subject, pinned to the definition version it began under.</summary>
public sealed class WorkflowInstance : IRoot
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string DefinitionId { get; init; }

    public required string DefinitionVersionId { get; set; }

    public required string SubjectType { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>The instance that started this one as its child, in the same partnership and about the same subject.</summary>
    public string? ParentId { get; init; }

    /// <summary>Events under another correlation id do not reach it.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>By which people tell it from others.</summary>
    public string? Name { get; set; }

    public WorkflowStatus Status { get; set; }

    public WorkflowSubStatus SubStatus { get; set; }

    public required DateTime StartedAt { get; init; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Where it stands (docs: <c>WorkflowState</c>), as JSON.</summary>
    public string State { get; set; } = "";

    public int Version { get; set; }
}

internal sealed class WorkflowInstanceMapping : IEntityTypeConfiguration<WorkflowInstance>
{
    public void Configure(EntityTypeBuilder<WorkflowInstance> builder)
    {
        builder.ToTable("WorkflowInstance");
        builder.HasKey(instance => instance.Id);
        builder.Property(instance => instance.Id).HasMaxLength(Ids.MaxLength);
        builder.Property(instance => instance.PartnershipId).HasMaxLength(Ids.MaxLength);
        builder.Property(instance => instance.DefinitionId).HasMaxLength(Ids.MaxLength);
        builder.Property(instance => instance.DefinitionVersionId).HasMaxLength(Ids.MaxLength);
        builder.Property(instance => instance.SubjectType).HasMaxLength(Ids.MaxLength);
        builder.Property(instance => instance.SubjectId).HasMaxLength(Ids.MaxLength);
        builder.Property(instance => instance.ParentId).HasMaxLength(Ids.MaxLength);
        builder.Property(instance => instance.CorrelationId).HasMaxLength(200);
        builder.Property(instance => instance.Name).HasMaxLength(200);
        builder.HasIndex(instance => instance.ParentId);
        builder.Property(instance => instance.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(instance => instance.SubStatus).HasConversion<string>().HasMaxLength(16);
        builder.HasIndex(instance => new
        {
            instance.PartnershipId,
            instance.SubjectId,
            instance.SubjectType,
        });
        // What is listed, in the order in which it is (InstanceListing): by state, and by definition and state.
        builder.HasIndex(instance => new
        {
            instance.PartnershipId,
            instance.SubStatus,
            instance.Id,
        });
        builder.HasIndex(instance => new
        {
            instance.PartnershipId,
            instance.DefinitionId,
            instance.SubStatus,
            instance.Id,
        });
    }
}
