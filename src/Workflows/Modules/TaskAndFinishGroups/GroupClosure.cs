using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>Stored names; never change.</summary>
public static class ClosureStates
{
    public const string Proposed = "proposed";
    public const string Accepted = "accepted";
    public const string Returned = "returned";
}

/// <summary>What a group says when it is done, and what its commissioner answered. One row each time it is proposed.</summary>
public sealed class GroupClosure : IVersioned
{
    public required string GroupId { get; init; }

    public required int Number { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>What became of each deliverable, by its number.</summary>
    public List<GroupDeliverable> Deliverables { get; init; } = [];

    public List<OutstandingTask> Outstanding { get; init; } = [];

    public required string Lessons { get; init; }

    /// <summary>One of <see cref="ClosureStates"/>.</summary>
    public required string State { get; set; }

    public required DateTime ProposedAt { get; init; }

    public required string ProposedBy { get; init; }

    public DateTime? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    public string? Reason { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<GroupClosure>
    {
        public void Configure(EntityTypeBuilder<GroupClosure> builder)
        {
            builder.ToTable("GroupClosure");
            builder.HasKey(c => new { c.GroupId, c.Number });
            builder.Property(c => c.GroupId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.Number).ValueGeneratedNever();
            builder.Property(c => c.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.Lessons).HasMaxLength(GroupRules.MostLong);
            builder.Property(c => c.State).HasMaxLength(32);
            builder.Property(c => c.ProposedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.DecidedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.Reason).HasMaxLength(GroupRules.MostReason);
            builder.OwnsMany(c => c.Deliverables, part => part.ToJson());
            builder.OwnsMany(c => c.Outstanding, part => part.ToJson());
            builder
                .HasOne<TaskAndFinishGroup>()
                .WithMany()
                .HasForeignKey(c => c.GroupId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A task that is not finished, and who takes it on.</summary>
public sealed class OutstandingTask
{
    public required string TaskId { get; init; }

    /// <summary>A person, or null where a seat takes it.</summary>
    public string? PersonId { get; init; }

    public string? Seat { get; init; }

    /// <summary>The action that it became.</summary>
    public string? ActionId { get; set; }
}
