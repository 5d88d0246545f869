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

    /// <summary>The run of the activity that failed; 0 when a timer's act did.</summary>
    public int Step { get; init; }

    /// <summary>The timer whose act kept failing; null when a step failed.</summary>
    public int? Timer { get; init; }

    public required string Message { get; init; }

    public required DateTime At { get; init; }

    public DateTime? ResolvedAt { get; private set; }

    /// <summary>Who did what resolved it; the name of a part of the service when no person did.</summary>
    public string? ResolvedBy { get; private set; }

    /// <summary>One of <see cref="IncidentResolutions"/>.</summary>
    public string? Resolution { get; private set; }

    public string? Reason { get; private set; }

    internal void Resolve(Act act, string resolution, string? reason)
    {
        ResolvedAt = act.Now;
        ResolvedBy = act.Caller.PersonId;
        Resolution = resolution;
        Reason = reason;
    }
}

/// <summary>Wire names; never change.</summary>
public static class IncidentResolutions
{
    public const string Retried = "retried";
    public const string Skipped = "skipped";
    public const string Cancelled = "cancelled";

    /// <summary>Its step ended in another way: something else in the workflow cancelled it.</summary>
    public const string Ended = "ended";
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
        builder.Property(incident => incident.ResolvedBy).HasMaxLength(Ids.MaxLength);
        builder.Property(incident => incident.Resolution).HasMaxLength(20);
        builder.Property(incident => incident.Reason).HasMaxLength(2000);
        builder.HasIndex(incident => incident.InstanceId);
    }
}
