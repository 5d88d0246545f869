using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Engine.Instances;

/// <summary>Something that went wrong in an instance and waits for somebody to deal with it.</summary>
public sealed class WorkflowIncident
{
    public required string Id { get; init; }

    public required string InstanceId { get; init; }

    public required string PartnershipId { get; init; }

    public required string ActivityId { get; init; }

    public required string Message { get; init; }

    public required DateTime At { get; init; }

    public DateTime? ResolvedAt { get; set; }
}

internal sealed class WorkflowIncidentMapping : IEntityTypeConfiguration<WorkflowIncident>
{
    public void Configure(EntityTypeBuilder<WorkflowIncident> builder)
    {
        builder.ToTable("WorkflowIncident");
        builder.HasKey(incident => incident.Id);
        builder.Property(incident => incident.Id).HasMaxLength(Ids.MaxLength);
        builder.Property(incident => incident.InstanceId).HasMaxLength(Ids.MaxLength);
        builder.Property(incident => incident.PartnershipId).HasMaxLength(Ids.MaxLength);
        builder.Property(incident => incident.ActivityId).HasMaxLength(200);
        builder.HasIndex(incident => incident.InstanceId);
    }
}
