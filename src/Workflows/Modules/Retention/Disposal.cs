using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Retention;

/// <summary>Stored names; never change.</summary>
public static class DisposalStates
{
    /// <summary>Waits for a seat, and for the scrutiny function where a challenge is on the list.</summary>
    public const string Proposed = "proposed";

    /// <summary>Agreed; carried out once the time for objections is over.</summary>
    public const string Approved = "approved";

    /// <summary>Somebody objected, which ended it.</summary>
    public const string Objected = "objected";

    /// <summary>Carried out, as far as nothing stood against it by then.</summary>
    public const string Done = "done";
}

/// <summary>
/// A list of subjects that the business unit proposes to destroy: approved by somebody of a seat, by the scrutiny function as well when
/// a challenge is on it, and carried out when a time has passed in which anybody of a seat and the scrutiny function may object.
/// </summary>
public sealed class Disposal : IRoot
{
    public const int MostReason = 2_000;

    /// <summary>Working days between the last agreement and the carrying out.</summary>
    public const int WaitingDays = 10;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string Reason { get; init; }

    /// <summary>One of <see cref="DisposalStates"/>.</summary>
    public required string State { get; set; }

    public required string ProposedBy { get; init; }

    public required DateTime ProposedAt { get; init; }

    public required bool NeedsScrutiny { get; init; }

    public string? ApprovedBy { get; set; }

    public string? ApprovedSeat { get; set; }

    public string? ApprovedLevel { get; set; }

    public DateTime? ApprovedAt { get; set; }

    public string? ScrutinyBy { get; set; }

    public DateTime? ScrutinyAt { get; set; }

    /// <summary>The London date of <see cref="ScrutinyAt"/>, on which its person holds the scrutineer's appointment.</summary>
    public DateOnly? ScrutinyOn { get; set; }

    /// <summary>Until when anybody may object; null before all have agreed.</summary>
    public DateTime? WaitsUntil { get; set; }

    public string? ObjectedBy { get; set; }

    public string? ObjectedFor { get; set; }

    public DateTime? ObjectedAt { get; set; }

    public string? Objection { get; set; }

    public DateTime? EndedAt { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Disposal>
    {
        public void Configure(EntityTypeBuilder<Disposal> builder)
        {
            builder.ToTable("Disposal");
            builder.HasKey(each => each.Id);
            builder.Property(each => each.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.Reason).HasMaxLength(MostReason);
            builder.Property(each => each.State).HasMaxLength(16);
            builder.Property(each => each.ProposedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.ApprovedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.ApprovedSeat).HasMaxLength(32);
            builder.Property(each => each.ApprovedLevel).HasMaxLength(32);
            builder.Property(each => each.ScrutinyBy).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.ObjectedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.ObjectedFor).HasMaxLength(96);
            builder.Property(each => each.Objection).HasMaxLength(MostReason);
            builder.HasIndex(each => new { each.PartnershipId, each.State });
        }
    }
}
