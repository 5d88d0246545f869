using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Engine.Instances;

/// <summary>One entry of an instance's history: enough to draw it on the diagram, and to replay it.</summary>
public sealed class WorkflowStep
{
    public required string InstanceId { get; init; }

    /// <summary>Counts from 1 in each instance, without gaps.</summary>
    public required int Number { get; init; }

    public required DateTime At { get; init; }

    /// <summary>One of <see cref="Interpreter.HistoryEvents"/>.</summary>
    public required string Event { get; init; }

    /// <summary>The run of the activity; 0 for the instance itself.</summary>
    public required int Step { get; init; }

    public string? ActivityId { get; init; }

    public string? ActivityType { get; init; }

    /// <summary>As a JSON list; null when the event has none.</summary>
    public string? Outcomes { get; init; }

    /// <summary>As JSON; what came from outside is whole here.</summary>
    public string? Data { get; init; }
}

internal sealed class WorkflowStepMapping : IEntityTypeConfiguration<WorkflowStep>
{
    public void Configure(EntityTypeBuilder<WorkflowStep> builder)
    {
        builder.ToTable("WorkflowStep");
        builder.HasKey(step => new { step.InstanceId, step.Number });
        builder.Property(step => step.InstanceId).HasMaxLength(Ids.MaxLength);
        builder.Property(step => step.Event).HasMaxLength(20);
        builder.Property(step => step.ActivityId).HasMaxLength(200);
        builder.Property(step => step.ActivityType).HasMaxLength(200);
    }
}
