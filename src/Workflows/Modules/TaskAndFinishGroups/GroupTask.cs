using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>Stored names; never change.</summary>
public static class TaskStates
{
    public const string Open = "open";
    public const string Started = "started";

    /// <summary>Something outside stands in its way; the reason says what.</summary>
    public const string Blocked = "blocked";
    public const string Completed = "completed";
    public const string Dropped = "dropped";

    /// <summary>Not finished when the group closed, and taken on by somebody.</summary>
    public const string Transferred = "transferred";

    public static IReadOnlyList<string> All { get; } =
    [Open, Started, Blocked, Completed, Dropped, Transferred];

    internal static string[] Finished { get; } = [Completed, Dropped, Transferred];

    internal static bool IsFinished(string state) => Finished.Contains(state);
}

/// <summary>A piece of a group's work with an owner and a date.</summary>
public sealed class GroupTask : IVersioned
{
    public const int MostTitle = 200;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string GroupId { get; init; }

    /// <summary>1, 2, 3 … in its group.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>One of <see cref="TaskStates"/>.</summary>
    public required string State { get; set; }

    public required string OwnerId { get; set; }

    /// <summary>The London date by whose 17:00 it is due.</summary>
    public required DateOnly Due { get; set; }

    /// <summary>The clock that counted the date in working days; null for a date that was named.</summary>
    public string? ClockId { get; set; }

    public int Rolls { get; set; }

    public DateTime? EscalatedAt { get; set; }

    public string? BlockedReason { get; set; }

    public DateTime? StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }

    public string? Evidence { get; set; }

    /// <summary>Why it was dropped, or to whom it went.</summary>
    public string? EndReason { get; set; }

    /// <summary>Since when its owner is no longer in the group.</summary>
    public DateTime? OwnerLeftAt { get; set; }

    /// <summary>What waits for its owner; when the owner has left, what waits for the chair.</summary>
    public string? AskId { get; set; }

    public int Version { get; set; }

    public bool IsFinished
    {
        get => TaskStates.IsFinished(State);
        private set => _ = value;
    }

    /// <summary>The tasks of a group that are finished, or not; as a parameter, because SQLite finds no index for a negation.</summary>
    internal static IQueryable<GroupTask> Of(GovernanceDb db, string groupId, bool finished) =>
        db.Set<GroupTask>().Where(task => task.GroupId == groupId && task.IsFinished == finished);

    internal sealed class Mapping : IEntityTypeConfiguration<GroupTask>
    {
        public void Configure(EntityTypeBuilder<GroupTask> builder)
        {
            builder.ToTable("GroupTask");
            builder.HasKey(t => t.Id);
            builder.Property(t => t.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(t => t.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(t => t.GroupId).HasMaxLength(Ids.MaxLength);
            builder.Property(t => t.Title).HasMaxLength(MostTitle);
            builder.Property(t => t.Description).HasMaxLength(GroupRules.MostReason);
            builder.Property(t => t.State).HasMaxLength(32);
            builder.Property(t => t.OwnerId).HasMaxLength(Ids.MaxLength);
            builder.Property(t => t.ClockId).HasMaxLength(Ids.MaxLength);
            builder.Property(t => t.BlockedReason).HasMaxLength(GroupRules.MostReason);
            builder.Property(t => t.Evidence).HasMaxLength(GroupRules.MostReason);
            builder.Property(t => t.EndReason).HasMaxLength(GroupRules.MostReason);
            builder.Property(t => t.AskId).HasMaxLength(Ids.MaxLength);
            builder.Property(t => t.IsFinished).UsePropertyAccessMode(PropertyAccessMode.Property);
            builder.HasIndex(t => new { t.GroupId, t.Number }).IsUnique();
            builder.HasIndex(t => new
            {
                t.GroupId,
                t.State,
                t.Due,
                t.Id,
            });
            builder.HasIndex(t => new
            {
                t.GroupId,
                t.IsFinished,
                t.Due,
                t.Id,
            });
            builder.HasIndex(t => new
            {
                t.OwnerId,
                t.IsFinished,
                t.Due,
                t.Id,
            });
            builder.HasIndex(t => t.ClockId);
            builder
                .HasOne<TaskAndFinishGroup>()
                .WithMany()
                .HasForeignKey(t => t.GroupId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>One task cannot start before another of its group is completed.</summary>
public sealed class TaskDependency
{
    public required string TaskId { get; init; }

    public required string DependsOnId { get; init; }

    public required string GroupId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TaskDependency>
    {
        public void Configure(EntityTypeBuilder<TaskDependency> builder)
        {
            builder.ToTable("GroupTaskDependency");
            builder.HasKey(d => new { d.TaskId, d.DependsOnId });
            builder.Property(d => d.TaskId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.DependsOnId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.GroupId).HasMaxLength(Ids.MaxLength);
            builder.HasIndex(d => d.DependsOnId);
            builder.HasIndex(d => d.GroupId);
            builder
                .HasOne<GroupTask>()
                .WithMany()
                .HasForeignKey(d => d.TaskId)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne<GroupTask>()
                .WithMany()
                .HasForeignKey(d => d.DependsOnId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What happened to a task, in the order in which it did; never changes.</summary>
public sealed class TaskUpdate
{
    public required string Id { get; init; }

    public required string TaskId { get; init; }

    public required string GroupId { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Who did it; the service's name where nobody did.</summary>
    public required string PersonId { get; init; }

    /// <summary>One of <see cref="TaskUpdateKinds"/>.</summary>
    public required string Kind { get; init; }

    public string? Text { get; init; }

    public DateOnly? OldDue { get; init; }

    public DateOnly? NewDue { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TaskUpdate>
    {
        public void Configure(EntityTypeBuilder<TaskUpdate> builder)
        {
            builder.ToTable("GroupTaskUpdate");
            builder.HasKey(u => u.Id);
            builder.Property(u => u.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(u => u.TaskId).HasMaxLength(Ids.MaxLength);
            builder.Property(u => u.GroupId).HasMaxLength(Ids.MaxLength);
            builder.Property(u => u.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(u => u.Kind).HasMaxLength(32);
            builder.Property(u => u.Text).HasMaxLength(GroupRules.MostReason);
            builder.HasIndex(u => new { u.TaskId, u.Id });
            builder.HasIndex(u => new { u.GroupId, u.Id });
            builder
                .HasOne<GroupTask>()
                .WithMany()
                .HasForeignKey(u => u.TaskId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Stored names; never change.</summary>
public static class TaskUpdateKinds
{
    public const string Added = "added";
    public const string Note = "note";
    public const string Started = "started";
    public const string Blocked = "blocked";
    public const string Unblocked = "unblocked";
    public const string Rolled = "rolled";
    public const string Reassigned = "reassigned";
    public const string Completed = "completed";
    public const string Dropped = "dropped";
    public const string Transferred = "transferred";
    public const string OwnerLeft = "ownerLeft";
    public const string Dependencies = "dependencies";
}
