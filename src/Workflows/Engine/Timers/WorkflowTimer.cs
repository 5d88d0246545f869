using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Engine.Timers;

/// <summary>
/// A moment that an instance waits for. The row goes in the act that it brings about: exactly one host does it, whatever
/// restarts or stands still in between.
/// </summary>
public sealed class WorkflowTimer
{
    /// <summary>The instance's id and the timer's number in it.</summary>
    public required string Id { get; init; }

    public required string InstanceId { get; init; }

    public required string PartnershipId { get; init; }

    public required string ActivityId { get; init; }

    public required string Name { get; init; }

    /// <summary>By which others move it (<c>clock:{id}:due</c>); null when nobody does.</summary>
    public string? Key { get; init; }

    /// <summary>The timer's id in the instance's state.</summary>
    public required int Number { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime DueAt { get; set; }

    /// <summary>Set while the timer must not run: its instance is faulted, or its act has failed too often.</summary>
    public DateTime? ParkedAt { get; set; }
}

internal sealed class WorkflowTimerMapping : IEntityTypeConfiguration<WorkflowTimer>
{
    public void Configure(EntityTypeBuilder<WorkflowTimer> builder)
    {
        builder.ToTable("WorkflowTimer");
        builder.HasKey(timer => timer.Id);
        builder.Property(timer => timer.Id).HasMaxLength(Ids.MaxLength);
        builder.Property(timer => timer.InstanceId).HasMaxLength(Ids.MaxLength);
        builder.Property(timer => timer.PartnershipId).HasMaxLength(Ids.MaxLength);
        builder.Property(timer => timer.ActivityId).HasMaxLength(200);
        builder.Property(timer => timer.Name).HasMaxLength(100);
        builder.Property(timer => timer.Key).HasMaxLength(200);
        builder.HasIndex(timer => new { timer.ParkedAt, timer.DueAt });
        builder.HasIndex(timer => new { timer.PartnershipId, timer.Key });
        builder.HasIndex(timer => timer.InstanceId);
    }
}
