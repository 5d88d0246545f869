using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Meetings;

/// <summary>Somebody who belongs to a body for dated terms, for a seat, an agency or nobody but themselves.</summary>
public sealed class BodyMember : IRoot
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string BodyId { get; init; }

    public required string PersonId { get; init; }

    /// <summary>One of <see cref="BodyCapacities"/>.</summary>
    public required string Capacity { get; init; }

    public string? Seat { get; init; }

    public string? AgencyId { get; init; }

    /// <summary>The first day, in London.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day, inclusive; null while the term is open.</summary>
    public DateOnly? To { get; set; }

    public required DateTime AddedAt { get; init; }

    public required string AddedBy { get; init; }

    public int Version { get; set; }

    public string Place => PlaceKeys.Of(Seat, AgencyId, PersonId);

    public bool IsOn(DateOnly day) => From <= day && (To is null || day <= To);

    internal sealed class Mapping : IEntityTypeConfiguration<BodyMember>
    {
        public void Configure(EntityTypeBuilder<BodyMember> builder)
        {
            builder.ToTable("BodyMember");
            builder.HasKey(m => m.Id);
            builder.Property(m => m.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.BodyId).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.Capacity).HasMaxLength(32);
            builder.Property(m => m.Seat).HasMaxLength(32);
            builder.Property(m => m.AgencyId).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.AddedBy).HasMaxLength(Ids.MaxLength);
            builder.Ignore(m => m.Place);
            builder.HasIndex(m => m.BodyId);
            builder.HasIndex(m => new { m.PartnershipId, m.PersonId });
            builder
                .HasOne<MeetingBody>()
                .WithMany()
                .HasForeignKey(m => m.BodyId)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne<Person>()
                .WithMany()
                .HasForeignKey(m => m.PersonId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
