using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Meetings;

/// <summary>States of an action. Wire names; never change.</summary>
public static class ActionStates
{
    /// <summary>With its owner.</summary>
    public const string Open = "open";

    /// <summary>The owner has given evidence; it waits for somebody else to verify it.</summary>
    public const string Completed = "completed";
    public const string Verified = "verified";

    public static IReadOnlyList<string> All { get; } = [Open, Completed, Verified];
}

/// <summary>
/// Something that somebody has to do by a day, and that somebody else verifies (DOMAIN B7.6). Its date is the one that was agreed:
/// no later calendar moves it.
/// </summary>
public sealed class MeetingAction : IRoot
{
    public const int MostText = 2_000;
    public const int MostEvidence = 4_000;
    public const int MostReason = 2_000;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>1, 2, 3 … in the partnership.</summary>
    public required int Number { get; init; }

    /// <summary>The body that it comes from; null for one on its own.</summary>
    public string? BodyId { get; init; }

    public string? MeetingId { get; init; }

    public string? DecisionId { get; init; }

    public required string Text { get; init; }

    /// <summary>Who has to do it: a seat or a person (<see cref="PlaceKeys"/>).</summary>
    public required string Owner { get; init; }

    public required string OwnerName { get; init; }

    /// <summary>Who verifies it: a seat or a person; null for the business unit.</summary>
    public string? Verifier { get; init; }

    public string? VerifierName { get; init; }

    /// <summary>17:00:00 of the last day, London time: the last second that is in time.</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>How many working days were given; null where a day was named.</summary>
    public int? WorkingDays { get; init; }

    /// <summary>The calendar's version by which they were counted.</summary>
    public int? CalendarVersion { get; init; }

    /// <summary>One of <see cref="ActionStates"/>.</summary>
    public required string State { get; set; }

    public required DateTime OpenedAt { get; init; }

    public required string OpenedBy { get; init; }

    /// <summary>The ask that waits for the owner or the verifier, or waited last.</summary>
    public string? AskId { get; set; }

    public string? Evidence { get; set; }

    public DateTime? CompletedAt { get; set; }

    public string? CompletedBy { get; set; }

    public DateTime? VerifiedAt { get; set; }

    public string? VerifiedBy { get; set; }

    /// <summary>Why it went back to the owner last.</summary>
    public string? ReturnReason { get; set; }

    public int Returns { get; set; }

    public int Version { get; set; }

    public SubjectRef Subject => new(MeetingsWords.Action, Id);

    public bool IsOverdue(DateTime now) => State == ActionStates.Open && DueAt < now;

    internal sealed class Mapping : IEntityTypeConfiguration<MeetingAction>
    {
        public void Configure(EntityTypeBuilder<MeetingAction> builder)
        {
            builder.ToTable("MeetingAction");
            builder.HasKey(a => a.Id);
            builder.Property(a => a.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.BodyId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.MeetingId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.DecisionId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.Text).HasMaxLength(MostText);
            builder.Property(a => a.Owner).HasMaxLength(PlaceKeys.MaxLength);
            builder.Property(a => a.OwnerName).HasMaxLength(200);
            builder.Property(a => a.Verifier).HasMaxLength(PlaceKeys.MaxLength);
            builder.Property(a => a.VerifierName).HasMaxLength(200);
            builder.Property(a => a.State).HasMaxLength(32);
            builder.Property(a => a.OpenedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.AskId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.Evidence).HasMaxLength(MostEvidence);
            builder.Property(a => a.CompletedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.VerifiedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.ReturnReason).HasMaxLength(MostReason);
            builder.Ignore(a => a.Subject);
            builder.HasIndex(a => new { a.PartnershipId, a.Number }).IsUnique();
            builder.HasIndex(a => new
            {
                a.PartnershipId,
                a.State,
                a.DueAt,
                a.Id,
            });
            builder.HasIndex(a => new
            {
                a.PartnershipId,
                a.Owner,
                a.DueAt,
                a.Id,
            });
            builder.HasIndex(a => new
            {
                a.PartnershipId,
                a.Verifier,
                a.DueAt,
                a.Id,
            });
            builder.HasIndex(a => a.MeetingId);
            builder.HasIndex(a => a.DecisionId);
            builder.HasIndex(a => new
            {
                a.BodyId,
                a.DueAt,
                a.Id,
            });
        }
    }
}
