using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Partnerships;

/// <summary>
/// One person's authority on a seat, lent to another on the same seat (DESIGN §8, DOMAIN B1.5). The seat's lead grants it and
/// stays accountable; who lent it may still sign. It is in force only while lender and borrower both hold the seat.
/// </summary>
public sealed class DelegationInstrument : IRoot
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string Seat { get; init; }

    /// <summary>Whose authority is lent: the seat's lead, or its delegate.</summary>
    public required string FromPersonId { get; init; }

    /// <summary>Who may use it.</summary>
    public required string ToPersonId { get; init; }

    /// <summary>The document classes it covers; never empty.</summary>
    public required List<string> Classes { get; init; }

    /// <summary>The first day, in London.</summary>
    public required DateOnly Starts { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required DateOnly Ends { get; init; }

    public required string GrantedBy { get; init; }

    public required DateTime GrantedAt { get; init; }

    /// <summary>Where the signed paper is; no case text.</summary>
    public string? Evidence { get; init; }

    public DateTime? RevokedAt { get; set; }

    /// <summary>The first moment at which it is no longer in force; never before <see cref="RevokedAt"/>.</summary>
    public DateTime? RevokedFrom { get; set; }

    public string? RevokedBy { get; set; }

    public string? RevocationReason { get; set; }

    public int Version { get; set; }

    /// <summary>By its dates and its revocation; whether both people still hold the seat is for <see cref="SeatHolders"/>.</summary>
    public bool RunsAt(DateTime moment)
    {
        DateOnly day = London.DateOf(moment);
        return Starts <= day && day <= Ends && (RevokedFrom is null || moment < RevokedFrom);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<DelegationInstrument>
    {
        public void Configure(EntityTypeBuilder<DelegationInstrument> builder)
        {
            builder.ToTable("DelegationInstrument");
            builder.HasKey(d => d.Id);
            builder.Property(d => d.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.Seat).HasMaxLength(32);
            builder.Property(d => d.FromPersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.ToPersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.GrantedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.Evidence).HasMaxLength(Limits.Text);
            builder.Property(d => d.RevokedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.RevocationReason).HasMaxLength(Limits.Text);
            builder.HasIndex(d => new { d.PartnershipId, d.Seat });
            builder.HasIndex(d => d.ToPersonId);
            builder
                .HasOne<Partnership>()
                .WithMany()
                .HasForeignKey(d => d.PartnershipId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
