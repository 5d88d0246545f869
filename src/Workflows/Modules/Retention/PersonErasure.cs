using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Retention;

/// <summary>Stored names; never change.</summary>
public static class ErasureStates
{
    public const string Proposed = "proposed";
    public const string Declined = "declined";

    /// <summary>A second person has agreed; it is carried out in one partnership's record after the other.</summary>
    public const string Approved = "approved";

    /// <summary>Something stands against it since; it goes on once that is over.</summary>
    public const string Stopped = "stopped";
    public const string Done = "done";
}

/// <summary>
/// The erasure of one person's data from the whole installation: proposed by an administrator, agreed to by a business unit. Afterwards
/// it says what was destroyed and what by rule was not; it never holds the name.
/// </summary>
public sealed class PersonErasure : IRoot
{
    public const int MostReason = 2_000;

    public required string Id { get; init; }

    public required string PersonId { get; init; }

    public required string Reason { get; init; }

    /// <summary>One of <see cref="ErasureStates"/>.</summary>
    public required string State { get; set; }

    public required string ProposedBy { get; init; }

    public required DateTime ProposedAt { get; init; }

    public string? ApprovedBy { get; set; }

    public DateTime? ApprovedAt { get; set; }

    /// <summary>The partnerships whose records are done.</summary>
    public required List<string> Records { get; set; }

    /// <summary>Texts of the records that were erased so far.</summary>
    public int Payloads { get; set; }

    /// <summary>Why it is stopped: a refusal's code.</summary>
    public string? StoppedBy { get; set; }

    public DateTime? DoneAt { get; set; }

    /// <summary>What stands for the name since.</summary>
    public string? Pseudonym { get; set; }

    /// <summary>What was changed and what was kept by rule, by table, as JSON.</summary>
    public string? Outcome { get; set; }

    public int Version { get; set; }

    public string PartnershipId => Partnership.Installation;

    internal sealed class Mapping : IEntityTypeConfiguration<PersonErasure>
    {
        public void Configure(EntityTypeBuilder<PersonErasure> builder)
        {
            builder.ToTable("PersonErasure");
            builder.HasKey(each => each.Id);
            builder.Ignore(each => each.PartnershipId);
            builder.Property(each => each.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.Reason).HasMaxLength(MostReason);
            builder.Property(each => each.State).HasMaxLength(16);
            builder.Property(each => each.ProposedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.ApprovedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.StoppedBy).HasMaxLength(64);
            builder.Property(each => each.Pseudonym).HasMaxLength(200);
            builder.HasIndex(each => each.State);
            builder.HasIndex(each => each.PersonId);
        }
    }
}
