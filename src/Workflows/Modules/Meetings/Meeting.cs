using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Meetings;

/// <summary>States of a meeting. Wire names; never change.</summary>
public static class MeetingStates
{
    public const string Planned = "planned";

    /// <summary>Its papers were fixed and its members told.</summary>
    public const string Circulated = "circulated";

    /// <summary>Under way: somebody was noted as present.</summary>
    public const string Held = "held";
    public const string Closed = "closed";
    public const string Cancelled = "cancelled";

    public static IReadOnlyList<string> All { get; } =
    [Planned, Circulated, Held, Closed, Cancelled];
}

/// <summary>One meeting of a body: agenda and papers, who is there from when to when, and what was declared.</summary>
public sealed class Meeting : IRoot
{
    public const int MostTitle = 200;
    public const int MostPlace = 300;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string BodyId { get; init; }

    public required string Title { get; set; }

    public required DateTime StartsAt { get; set; }

    public required string Place { get; set; }

    /// <summary>One of <see cref="MeetingStates"/>.</summary>
    public required string State { get; set; }

    public required DateTime PlannedAt { get; init; }

    public required string PlannedBy { get; init; }

    public DateTime? CirculatedAt { get; set; }

    public DateTime? OpenedAt { get; set; }

    public DateTime? ClosedAt { get; set; }

    public string? CancelReason { get; set; }

    public int Version { get; set; }

    public List<AgendaItem> Items { get; init; } = [];

    public List<AttendanceEntry> Attendance { get; init; } = [];

    public List<ItemDeclaration> Declarations { get; init; } = [];

    public bool IsOver => State is MeetingStates.Closed or MeetingStates.Cancelled;

    public bool IsHeld => State == MeetingStates.Held;

    public SubjectRef Subject => new(MeetingsWords.Meeting, Id);

    internal sealed class Mapping : IEntityTypeConfiguration<Meeting>
    {
        public void Configure(EntityTypeBuilder<Meeting> builder)
        {
            builder.ToTable("Meeting");
            builder.HasKey(m => m.Id);
            builder.Property(m => m.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.BodyId).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.Title).HasMaxLength(MostTitle);
            builder.Property(m => m.Place).HasMaxLength(MostPlace);
            builder.Property(m => m.State).HasMaxLength(32);
            builder.Property(m => m.PlannedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.CancelReason).HasMaxLength(2_000);
            builder.Ignore(m => m.IsOver);
            builder.Ignore(m => m.IsHeld);
            builder.Ignore(m => m.Subject);
            builder.HasIndex(m => new
            {
                m.PartnershipId,
                m.StartsAt,
                m.Id,
            });
            builder.HasIndex(m => new
            {
                m.BodyId,
                m.StartsAt,
                m.Id,
            });
            builder
                .HasOne<MeetingBody>()
                .WithMany()
                .HasForeignKey(m => m.BodyId)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasMany(m => m.Items)
                .WithOne()
                .HasForeignKey(item => item.MeetingId)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasMany(m => m.Attendance)
                .WithOne()
                .HasForeignKey(entry => entry.MeetingId)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasMany(m => m.Declarations)
                .WithOne()
                .HasForeignKey(declared => declared.MeetingId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
