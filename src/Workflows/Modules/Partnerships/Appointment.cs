using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Partnerships;

/// <summary>
/// A person in a seat or role of one partnership for dated terms. What somebody may do follows from the appointments they hold
/// on the London date of the act, and from nothing else.
/// </summary>
public sealed class Appointment : IRoot
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string PersonId { get; init; }

    /// <summary>One of <see cref="Roles"/>.</summary>
    public required string Role { get; init; }

    /// <summary>One of <see cref="Seats"/>, for a statutory partner and nobody else.</summary>
    public string? Seat { get; init; }

    /// <summary>One of <see cref="Levels"/>, for a statutory partner and nobody else.</summary>
    public string? Level { get; init; }

    public string? AgencyId { get; init; }

    public string? GroupId { get; init; }

    /// <summary>The first day, in London.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day, inclusive; null while the term is open.</summary>
    public DateOnly? To { get; init; }

    /// <summary>pendingApproval, active or declined (<see cref="AppointmentStates"/>); an end is told by <see cref="EndedAt"/>.</summary>
    public required string Status { get; set; }

    public required string ProposedBy { get; init; }

    public required DateTime ProposedAt { get; init; }

    public DateTime? EndedAt { get; set; }

    /// <summary>The London date of <see cref="EndedAt"/>: the first day on which the appointment is no longer held.</summary>
    public DateOnly? EndedOn { get; set; }

    public string? EndReason { get; set; }

    public string? EndedBy { get; set; }

    public int Version { get; set; }

    /// <summary>The last day on which it is or would be held.</summary>
    public DateOnly LastDay
    {
        get
        {
            DateOnly term = To ?? DateOnly.MaxValue;
            DateOnly end = EndedOn?.AddDays(-1) ?? DateOnly.MaxValue;
            return end < term ? end : term;
        }
    }

    /// <summary>Active, and the day lies in its term; an appointment ended that day is not held on it.</summary>
    public bool IsHeldOn(DateOnly day) =>
        Status == AppointmentStates.Active && From <= day && day <= LastDay;

    /// <summary>Whether it takes up any of these days, now or once it is approved.</summary>
    public bool TakesUp(DateOnly from, DateOnly? to) =>
        Status != AppointmentStates.Declined
        && From <= (to ?? DateOnly.MaxValue)
        && from <= LastDay
        && From <= LastDay;

    internal sealed class Mapping : IEntityTypeConfiguration<Appointment>
    {
        public void Configure(EntityTypeBuilder<Appointment> builder)
        {
            builder.ToTable("Appointment");
            builder.HasKey(a => a.Id);
            builder.Property(a => a.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.Role).HasMaxLength(32);
            builder.Property(a => a.Seat).HasMaxLength(32);
            builder.Property(a => a.Level).HasMaxLength(32);
            builder.Property(a => a.AgencyId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.GroupId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.Status).HasMaxLength(32);
            builder.Property(a => a.ProposedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.EndedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.EndReason).HasMaxLength(Limits.Text);
            builder.Ignore(a => a.LastDay);
            builder.HasIndex(a => new { a.PartnershipId, a.Role });
            builder.HasIndex(a => a.PersonId);
            builder
                .HasOne<Partnership>()
                .WithMany()
                .HasForeignKey(a => a.PartnershipId)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne<Person>()
                .WithMany()
                .HasForeignKey(a => a.PersonId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
