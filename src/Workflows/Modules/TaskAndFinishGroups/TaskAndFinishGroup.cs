using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>Stored names; never change.</summary>
public static class GroupStates
{
    /// <summary>Its terms of reference are not approved yet.</summary>
    public const string Commissioned = "commissioned";
    public const string Active = "active";

    /// <summary>Its closure is before the commissioner.</summary>
    public const string Closing = "closing";
    public const string Dissolved = "dissolved";

    /// <summary>Ended by its commissioner before its work was done.</summary>
    public const string StoodDown = "stoodDown";

    public static IReadOnlyList<string> All { get; } =
    [Commissioned, Active, Closing, Dissolved, StoodDown];

    internal static bool IsOver(string state) => state is Dissolved or StoodDown;
}

/// <summary>
/// A task and finish group (DOMAIN B4): commissioned by a decision for a purpose and a time, chaired by a role and not by a person,
/// ended by a closure that its commissioner accepts. The root row of its tasks, terms, reports and closures.
/// </summary>
public sealed class TaskAndFinishGroup : IRoot
{
    public const int MostName = 200;
    public const int MostText = 4_000;

    /// <summary>Also the id of its body in the meeting structure.</summary>
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string Name { get; init; }

    public required string Purpose { get; init; }

    public string? Scope { get; init; }

    /// <summary>In the order in which they were commissioned.</summary>
    public List<GroupDeliverable> Deliverables { get; init; } = [];

    /// <summary>The decision that commissioned it; null where the seat's lead did.</summary>
    public string? DecisionId { get; init; }

    /// <summary>The seat that it answers to: its commissioner.</summary>
    public required string CommissionedBy { get; init; }

    public required DateOnly Deadline { get; set; }

    /// <summary>On this London date it ends unless it is extended.</summary>
    public required DateOnly Sunset { get; set; }

    /// <summary>Working days from one report to the next.</summary>
    public required int ReportEvery { get; init; }

    /// <summary>One of <see cref="GroupStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>The commissioner has decided that it closes down and does not go on.</summary>
    public bool IsClosingDown { get; set; }

    /// <summary>Who stands in when the chair leaves.</summary>
    public string? ViceChairId { get; set; }

    /// <summary>The chair is the vice-chair, until somebody is appointed.</summary>
    public bool ChairIsInterim { get; set; }

    /// <summary>The first London date without the present chair, who has resigned.</summary>
    public DateOnly? ChairLeavesOn { get; set; }

    /// <summary>Whether they then leave the group altogether, and not only its chair.</summary>
    public bool ChairLeavesGroup { get; set; }

    public DateTime? VacantSince { get; set; }

    /// <summary>How many versions its terms have, and which one is approved.</summary>
    public int NewestTerms { get; set; }

    public int? ApprovedTerms { get; set; }

    /// <summary>The last number that was given to a task, a report, a closure.</summary>
    public int LastTask { get; set; }

    public int LastReport { get; set; }

    public int LastClosure { get; set; }

    public int ReportsMissed { get; set; }

    public string? InstanceId { get; set; }

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTime? EndedAt { get; set; }

    public string? EndReason { get; set; }

    public string? Lessons { get; set; }

    public int Version { get; set; }

    public bool IsOver
    {
        get => GroupStates.IsOver(State);
        private set => _ = value;
    }

    public SubjectRef Subject => new(GroupWords.Group, Id);

    internal sealed class Mapping : IEntityTypeConfiguration<TaskAndFinishGroup>
    {
        public void Configure(EntityTypeBuilder<TaskAndFinishGroup> builder)
        {
            builder.ToTable("TaskAndFinishGroup");
            builder.HasKey(g => g.Id);
            builder.Property(g => g.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(g => g.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(g => g.Name).HasMaxLength(MostName);
            builder.Property(g => g.Purpose).HasMaxLength(MostText);
            builder.Property(g => g.Scope).HasMaxLength(MostText);
            builder.Property(g => g.DecisionId).HasMaxLength(Ids.MaxLength);
            builder.Property(g => g.CommissionedBy).HasMaxLength(32);
            builder.Property(g => g.State).HasMaxLength(32);
            builder.Property(g => g.ViceChairId).HasMaxLength(Ids.MaxLength);
            builder.Property(g => g.InstanceId).HasMaxLength(Ids.MaxLength);
            builder.Property(g => g.CreatedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(g => g.EndReason).HasMaxLength(MostText);
            builder.Property(g => g.Lessons).HasMaxLength(GroupRules.MostLong);
            builder.Property(g => g.IsOver).UsePropertyAccessMode(PropertyAccessMode.Property);
            builder.Ignore(g => g.Subject);
            builder.OwnsMany(g => g.Deliverables, part => part.ToJson());
            builder.HasIndex(g => new
            {
                g.PartnershipId,
                g.IsOver,
                g.Id,
            });
            builder.HasIndex(g => g.DecisionId);
        }
    }
}

/// <summary>Something that the group has to bring about, and what became of it.</summary>
public sealed class GroupDeliverable
{
    public required int Number { get; init; }

    public required string Text { get; init; }

    public string? Outcome { get; set; }
}

/// <summary>One version of a group's terms of reference; never changes but for its approval.</summary>
public sealed class TermsOfReference
{
    public required string GroupId { get; init; }

    public required int Number { get; init; }

    public required string PartnershipId { get; init; }

    public required string Text { get; init; }

    /// <summary>Of the text and the review date (<see cref="TermsRules.HashOf"/>).</summary>
    public required string Hash { get; init; }

    public DateOnly? ReviewOn { get; init; }

    public required DateTime SavedAt { get; init; }

    public required string SavedBy { get; init; }

    public DateTime? ApprovedAt { get; set; }

    public string? ApprovedBy { get; set; }

    public string? ApprovedForSeat { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<TermsOfReference>
    {
        public void Configure(EntityTypeBuilder<TermsOfReference> builder)
        {
            builder.ToTable("TermsOfReference");
            builder.HasKey(t => new { t.GroupId, t.Number });
            builder.Property(t => t.GroupId).HasMaxLength(Ids.MaxLength);
            builder.Property(t => t.Number).ValueGeneratedNever();
            builder.Property(t => t.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(t => t.Text).HasMaxLength(GroupRules.MostLong);
            builder.Property(t => t.Hash).HasMaxLength(64);
            builder.Property(t => t.SavedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(t => t.ApprovedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(t => t.ApprovedForSeat).HasMaxLength(32);
            builder
                .HasOne<TaskAndFinishGroup>()
                .WithMany()
                .HasForeignKey(t => t.GroupId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What a group knows of one of its people beyond their appointment: where they come from, and what an expert knows.</summary>
public sealed class GroupMembership
{
    public const int MostExpert = 300;

    /// <summary>The appointment's id.</summary>
    public required string AppointmentId { get; init; }

    public required string GroupId { get; init; }

    public required string PartnershipId { get; init; }

    public required string PersonId { get; init; }

    public string? AgencyId { get; init; }

    /// <summary>For somebody from outside the agencies: what they know.</summary>
    public string? Expert { get; set; }

    /// <summary>When it was noticed that the appointment is no longer held.</summary>
    public DateTime? LeftAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<GroupMembership>
    {
        public void Configure(EntityTypeBuilder<GroupMembership> builder)
        {
            builder.ToTable("GroupMembership");
            builder.HasKey(m => m.AppointmentId);
            builder.Property(m => m.AppointmentId).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.GroupId).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.AgencyId).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.Expert).HasMaxLength(MostExpert);
            builder.HasIndex(m => m.GroupId);
            builder
                .HasOne<TaskAndFinishGroup>()
                .WithMany()
                .HasForeignKey(m => m.GroupId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
