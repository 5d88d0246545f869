using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Asks;

/// <summary>
/// Something that waits for a role, a seat at a level, an agency, or a person: for one of them. It says who is asked and by when;
/// whether an answer counts is for the module that opened it.
/// </summary>
public sealed class Ask : IVersioned
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>Stable name of what is asked, such as <c>sign</c>.</summary>
    public required string Kind { get; init; }

    public required string SubjectType { get; init; }

    public required string SubjectId { get; init; }

    public required string SubjectTitle { get; init; }

    public string? Role { get; set; }

    public string? Seat { get; set; }

    /// <summary>Which level of the seat is asked; null asks everybody on it.</summary>
    public string? Level { get; set; }

    public string? PersonId { get; set; }

    /// <summary>The relevant agency that is asked: whoever represents it.</summary>
    public string? AgencyId { get; set; }

    /// <summary>With a role: whoever holds it in this task and finish group, whoever that is by then.</summary>
    public string? GroupId { get; set; }

    /// <summary>The subject's document class: a delegation shows the ask to its borrower only when it covers this class.</summary>
    public string? DocumentClass { get; init; }

    public required DateTime OpenedAt { get; init; }

    public DateTime? DueAt { get; set; }

    public string? ClockId { get; set; }

    /// <summary>open, done or cancelled (<see cref="AskStates"/>).</summary>
    public required string State { get; set; }

    public DateTime? ClosedAt { get; set; }

    /// <summary>Who answered; null for a cancelled one.</summary>
    public string? ClosedBy { get; set; }

    public string? CancelReason { get; set; }

    public int Version { get; set; }

    /// <summary>Who is asked as one key (<see cref="AskAddressee"/>), by which inboxes find it; null once it is closed.</summary>
    public string? WaitsFor
    {
        get => State == AskStates.Open ? AskAddressee.Of(this) : null;
        private set => _ = value;
    }

    /// <summary>The limit as inboxes sort by it: <see cref="NoLimit"/> where there is none.</summary>
    public DateTime DueOrder
    {
        get => DueAt ?? NoLimit;
        private set => _ = value;
    }

    /// <summary>After every real limit.</summary>
    public static DateTime NoLimit { get; } = new(9999, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    internal sealed class Mapping : IEntityTypeConfiguration<Ask>
    {
        public void Configure(EntityTypeBuilder<Ask> builder)
        {
            builder.ToTable("Ask");
            builder.HasKey(a => a.Id);
            builder.Property(a => a.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.Kind).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.SubjectType).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.SubjectId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.SubjectTitle).HasMaxLength(300);
            builder.Property(a => a.Role).HasMaxLength(32);
            builder.Property(a => a.Seat).HasMaxLength(32);
            builder.Property(a => a.Level).HasMaxLength(32);
            builder.Property(a => a.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.AgencyId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.GroupId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.DocumentClass).HasMaxLength(32);
            builder.Property(a => a.ClockId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.State).HasMaxLength(32);
            builder.Property(a => a.ClosedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.CancelReason).HasMaxLength(300);
            builder
                .Property(a => a.WaitsFor)
                .HasMaxLength(AskAddressee.MaxLength)
                .UsePropertyAccessMode(PropertyAccessMode.Property);
            builder.Property(a => a.DueOrder).UsePropertyAccessMode(PropertyAccessMode.Property);
            builder.HasIndex(a => new
            {
                a.PartnershipId,
                a.WaitsFor,
                a.DueOrder,
                a.Id,
                a.DocumentClass,
            });
            builder.HasIndex(a => a.ClockId);
            builder.HasIndex(a => new { a.SubjectType, a.SubjectId });
        }
    }
}

/// <summary>Stored names; never change.</summary>
public static class AskStates
{
    public const string Open = "open";
    public const string Done = "done";
    public const string Cancelled = "cancelled";
}
