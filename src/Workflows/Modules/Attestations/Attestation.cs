using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Attestations;

/// <summary>
/// That a body's appointments are looked at once in a quarter: one of each body and quarter. Whose they are is read at the answer, so
/// whoever was appointed meanwhile is among them.
/// </summary>
public sealed class Attestation : IRoot
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary><see cref="Attestations.Quarter.Name"/>.</summary>
    public required string Quarter { get; init; }

    /// <summary>One of <see cref="AttestationBodies.All"/>.</summary>
    public required string Body { get; init; }

    public required string ClockId { get; init; }

    public required DateTime OpenedAt { get; init; }

    /// <summary>One of <see cref="AttestationStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>When whoever answers was reminded last.</summary>
    public DateTime? RemindedAt { get; set; }

    /// <summary>When the limit was found to have passed; told once.</summary>
    public DateTime? OverdueAt { get; set; }

    public DateTime? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }

    public int Version { get; set; }

    internal SubjectRef Subject => new(AttestationWords.Subject, Id);

    internal sealed class Mapping : IEntityTypeConfiguration<Attestation>
    {
        public void Configure(EntityTypeBuilder<Attestation> builder)
        {
            builder.ToTable("Attestation");
            builder.HasKey(each => each.Id);
            builder.Property(each => each.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.Quarter).HasMaxLength(16);
            builder.Property(each => each.Body).HasMaxLength(32);
            builder.Property(each => each.ClockId).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.State).HasMaxLength(16);
            builder.Property(each => each.AnsweredBy).HasMaxLength(Ids.MaxLength);
            builder
                .HasIndex(each => new
                {
                    each.PartnershipId,
                    each.Quarter,
                    each.Body,
                })
                .IsUnique();
            builder.HasIndex(each => each.State);
            builder
                .HasOne<Partnership>()
                .WithMany()
                .HasForeignKey(each => each.PartnershipId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What an answer said of one appointment, kept as it was said.</summary>
public sealed class AttestedAppointment
{
    public required string AttestationId { get; init; }

    public required string AppointmentId { get; init; }

    /// <summary>One of <see cref="AttestationVerdicts"/>.</summary>
    public required string Verdict { get; init; }

    /// <summary>The proposal by which it ends, where a second person has to agree.</summary>
    public string? ApprovalId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AttestedAppointment>
    {
        public void Configure(EntityTypeBuilder<AttestedAppointment> builder)
        {
            builder.ToTable("AttestedAppointment");
            builder.HasKey(each => new { each.AttestationId, each.AppointmentId });
            builder.Property(each => each.AttestationId).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.AppointmentId).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.Verdict).HasMaxLength(16);
            builder.Property(each => each.ApprovalId).HasMaxLength(Ids.MaxLength);
            builder
                .HasOne<Attestation>()
                .WithMany()
                .HasForeignKey(each => each.AttestationId)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne<Appointment>()
                .WithMany()
                .HasForeignKey(each => each.AppointmentId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
