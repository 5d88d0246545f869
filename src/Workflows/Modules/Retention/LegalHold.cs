using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Retention;

/// <summary>
/// Forbids disposal and erasure of what it is on, for as long as it stands: an inquiry, a claim or a review may need it. It covers
/// whatever joins the held subject later.
/// </summary>
public sealed class LegalHold : IRoot
{
    public const int MostReason = 2_000;
    public const int MostReference = 200;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>One of <see cref="HoldScopes"/>.</summary>
    public required string Scope { get; init; }

    /// <summary>The type of the subject or of the class; <see cref="RetentionWords.Person"/> for a person's data.</summary>
    public required string SubjectType { get; init; }

    /// <summary>Null for a class.</summary>
    public string? SubjectId { get; init; }

    public required string Reason { get; init; }

    /// <summary>Where the matter is kept that asks for it; no case text.</summary>
    public required string Reference { get; init; }

    public required string PlacedBy { get; init; }

    /// <summary>The body that placed it, as <see cref="Partnerships.Standing.Bodies"/> names it.</summary>
    public required string PlacedFor { get; init; }

    public required DateTime PlacedAt { get; init; }

    /// <summary>The first of two seats that want it lifted, where the body that placed it does not.</summary>
    public string? FirstLiftFor { get; set; }

    public string? FirstLiftBy { get; set; }

    public DateTime? FirstLiftAt { get; set; }

    public DateTime? LiftedAt { get; set; }

    public string? LiftedBy { get; set; }

    public string? LiftReason { get; set; }

    public int Version { get; set; }

    public bool Stands => LiftedAt is null;

    internal sealed class Mapping : IEntityTypeConfiguration<LegalHold>
    {
        public void Configure(EntityTypeBuilder<LegalHold> builder)
        {
            builder.ToTable("LegalHold");
            builder.HasKey(hold => hold.Id);
            builder.Property(hold => hold.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(hold => hold.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(hold => hold.Scope).HasMaxLength(16);
            builder.Property(hold => hold.SubjectType).HasMaxLength(64);
            builder.Property(hold => hold.SubjectId).HasMaxLength(Ids.MaxLength);
            builder.Property(hold => hold.Reason).HasMaxLength(MostReason);
            builder.Property(hold => hold.Reference).HasMaxLength(MostReference);
            builder.Property(hold => hold.PlacedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(hold => hold.PlacedFor).HasMaxLength(96);
            builder.Property(hold => hold.FirstLiftFor).HasMaxLength(96);
            builder.Property(hold => hold.FirstLiftBy).HasMaxLength(Ids.MaxLength);
            builder.Property(hold => hold.LiftedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(hold => hold.LiftReason).HasMaxLength(MostReason);
            builder.HasIndex(hold => new { hold.PartnershipId, hold.LiftedAt });
            builder.HasIndex(hold => new { hold.SubjectType, hold.SubjectId });
        }
    }
}
