using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Policies;

/// <summary>
/// The recorded outcome of a review. A review date moves only by one of these or by publication: nobody clears a review by
/// changing a date (DOMAIN B2.6).
/// </summary>
public sealed class PolicyReview
{
    public required string Id { get; init; }

    public required string PolicyId { get; init; }

    /// <summary>The version in force that was reviewed, and its hash.</summary>
    public required int Number { get; init; }

    public required string Hash { get; init; }

    /// <summary>One of <see cref="ReviewOutcomes"/>.</summary>
    public required string Outcome { get; init; }

    public required string Reason { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required DateOnly WasDue { get; init; }

    public required DateOnly NextDue { get; init; }

    /// <summary>
    /// What is wrong with an outcome, or when the next review is due: for a text that still stands its own period after today,
    /// for one to be revised the date that stood.
    /// </summary>
    public static Result<DateOnly> Decide(
        RecordReviewBody body,
        DateOnly wasDue,
        int reviewMonths,
        DateOnly today
    )
    {
        Dictionary<string, string[]> errors = new(StringComparer.Ordinal);
        if (!ReviewOutcomes.All.Contains(body.Outcome))
        {
            errors["outcome"] = ["Choose whether the text still stands or is to be revised."];
        }

        if (string.IsNullOrWhiteSpace(body.Reason) || body.Reason.Length > DraftRules.MostReason)
        {
            errors["reason"] = [$"Give a reason of 1 to {DraftRules.MostReason} characters."];
        }

        return errors.Count > 0 ? Refusal.Invalid(errors)
            : body.Outcome == ReviewOutcomes.StillStands ? today.AddMonths(reviewMonths)
            : wasDue;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<PolicyReview>
    {
        public void Configure(EntityTypeBuilder<PolicyReview> builder)
        {
            builder.ToTable("PolicyReview");
            builder.HasKey(r => r.Id);
            builder.Property(r => r.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(r => r.PolicyId).HasMaxLength(Ids.MaxLength);
            builder.Property(r => r.Hash).HasMaxLength(64);
            builder.Property(r => r.Outcome).HasMaxLength(32);
            builder.Property(r => r.Reason).HasMaxLength(DraftRules.MostReason);
            builder.Property(r => r.RecordedBy).HasMaxLength(Ids.MaxLength);
            builder.HasIndex(r => new { r.PolicyId, r.Id });
            builder
                .HasOne<Policy>()
                .WithMany()
                .HasForeignKey(r => r.PolicyId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
