using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>What a group or its commissioner can owe. Stored names; never change.</summary>
public static class GroupDuties
{
    /// <summary>The commissioner approves the terms of reference.</summary>
    public const string Terms = "terms";

    /// <summary>The chair submits a progress report.</summary>
    public const string Report = "report";

    /// <summary>The commissioner finds a chair.</summary>
    public const string Chair = "chair";

    /// <summary>The commissioner extends the group or has it close down.</summary>
    public const string Sunset = "sunset";

    /// <summary>The chair proposes the closure, after the commissioner decided that the group ends.</summary>
    public const string CloseDown = "closeDown";

    /// <summary>The commissioner accepts the closure or returns it.</summary>
    public const string Closure = "closure";

    public static IReadOnlyList<string> All { get; } =
    [Terms, Report, Chair, Sunset, CloseDown, Closure];
}

/// <summary>Stored names; never change.</summary>
internal static class OwedStates
{
    public const string Open = "open";
    public const string Done = "done";

    /// <summary>The limit passed, and the workflow went on without it.</summary>
    public const string Missed = "missed";
    public const string Cancelled = "cancelled";
}

/// <summary>Something that is owed within a limit: one ask and one clock. For a report it is the report itself.</summary>
public sealed class OwedDuty : IVersioned
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string GroupId { get; init; }

    /// <summary>One of <see cref="GroupDuties"/>.</summary>
    public required string What { get; init; }

    /// <summary>For a report its number; else which time this is.</summary>
    public required int Number { get; init; }

    public required string ClockId { get; init; }

    public required string AskId { get; init; }

    public required DateTime OpenedAt { get; init; }

    public required string State { get; set; }

    /// <summary>The limit has passed and it still waits.</summary>
    public bool IsLate { get; set; }

    public DateTime? ClosedAt { get; set; }

    public string? ClosedBy { get; set; }

    /// <summary>A report's words, as its chair submitted them.</summary>
    public string? Text { get; set; }

    /// <summary>One is owed at a time; null once it is not.</summary>
    public string? OpenKey { get; set; }

    public int Version { get; set; }

    internal static string OpenKeyOf(string groupId, string what) => $"{groupId}:{what}";

    internal void Close(string state, string? by, DateTime at)
    {
        State = state;
        OpenKey = null;
        ClosedAt = at;
        ClosedBy = by;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<OwedDuty>
    {
        public void Configure(EntityTypeBuilder<OwedDuty> builder)
        {
            builder.ToTable("GroupDuty");
            builder.HasKey(d => d.Id);
            builder.Property(d => d.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.GroupId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.What).HasMaxLength(32);
            builder.Property(d => d.ClockId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.AskId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.State).HasMaxLength(32);
            builder.Property(d => d.ClosedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.Text).HasMaxLength(GroupRules.MostLong);
            builder.Property(d => d.OpenKey).HasMaxLength(Ids.MaxLength + 33);
            builder.HasIndex(d => d.OpenKey).IsUnique();
            builder
                .HasIndex(d => new
                {
                    d.GroupId,
                    d.What,
                    d.Number,
                })
                .IsUnique();
            builder.HasIndex(d => d.State);
            builder
                .HasOne<TaskAndFinishGroup>()
                .WithMany()
                .HasForeignKey(d => d.GroupId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
