using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Escalation;

/// <summary>Stored names; never change.</summary>
public static class EscalationStates
{
    public const string Open = "open";

    /// <summary>Whoever raised it is satisfied.</summary>
    public const string Resolved = "resolved";

    /// <summary>The last stage has ended without that.</summary>
    public const string Unresolved = "unresolved";
    public const string Withdrawn = "withdrawn";

    public static IReadOnlyList<string> All { get; } = [Open, Resolved, Unresolved, Withdrawn];
}

/// <summary>
/// A practitioner's challenge of another's decision, or one partner's of another's (DOMAIN A1.10, A1.11, A2), on its way up a ladder.
/// It keeps the ladder's version that it began on. The root row of its stages, limits and entries.
/// </summary>
public sealed class ProfessionalChallenge : IRoot
{
    public const int MostReference = 60;
    public const int MostConcern = 8_000;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>Counted in the partnership; what people call it by.</summary>
    public required int Number { get; init; }

    public required string LadderId { get; init; }

    public required int LadderVersion { get; init; }

    /// <summary>One of <see cref="LadderKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The raising agency's own; never a name.</summary>
    public required string CaseReference { get; init; }

    public required string Concern { get; init; }

    public string? Theme { get; init; }

    public string? Urgency { get; init; }

    /// <summary>What the raiser says would protect the child, for limits of which the lesser applies.</summary>
    public int? NeededAmount { get; init; }

    public string? NeededUnit { get; init; }

    /// <summary>A relevant agency's id, or a statutory seat.</summary>
    public required string RaisedWith { get; init; }

    /// <summary>The body that the raiser acts for, where that is known.</summary>
    public string? RaisedFor { get; init; }

    /// <summary>Who raised it; null for somebody without an account.</summary>
    public string? RaiserId { get; init; }

    /// <summary>The link that somebody without an account came by.</summary>
    public string? LinkId { get; init; }

    public bool ImmediateRisk { get; init; }

    public required int EnteredAtStage { get; init; }

    public string? RiskReason { get; init; }

    public required DateTime RaisedAt { get; init; }

    /// <summary>Where it stands, or stood last; 0 before the first stage has opened.</summary>
    public int Stage { get; set; }

    /// <summary>When the next stage or limit counts as received: a moment, or the due moment of the limit that passed.</summary>
    public required DateTime NextReceivedAt { get; set; }

    /// <summary><see cref="NextReceivedAt"/> is the due moment of a limit that passed.</summary>
    public bool NextIsEscalated { get; set; }

    /// <summary>One of <see cref="EscalationStates"/>.</summary>
    public required string State { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Of the status key (lower-case hexadecimal SHA-256); null once it is revoked.</summary>
    public string? StatusKeyHash { get; set; }

    public string? InstanceId { get; set; }

    public int Version { get; set; }

    public bool IsOver => State != EscalationStates.Open;

    public SubjectRef Subject => new(EscalationWords.Challenge, Id);

    public LadderSpan? NeededWithin =>
        NeededAmount is { } amount ? new LadderSpan(amount, NeededUnit) : null;

    internal void End(string state, DateTime at)
    {
        State = state;
        EndedAt = at;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ProfessionalChallenge>
    {
        public void Configure(EntityTypeBuilder<ProfessionalChallenge> builder)
        {
            builder.ToTable("Escalation");
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.LadderId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.Kind).HasMaxLength(32);
            builder.Property(c => c.CaseReference).HasMaxLength(MostReference);
            builder.Property(c => c.Concern).HasMaxLength(MostConcern);
            builder.Property(c => c.Theme).HasMaxLength(32);
            builder.Property(c => c.Urgency).HasMaxLength(Ladder.LongestKey);
            builder.Property(c => c.NeededUnit).HasMaxLength(16);
            builder.Property(c => c.RaisedWith).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.RaisedFor).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.RaiserId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.LinkId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.RiskReason).HasMaxLength(LadderRules.MostText);
            builder.Property(c => c.State).HasMaxLength(32);
            builder.Property(c => c.StatusKeyHash).HasMaxLength(64);
            builder.Property(c => c.InstanceId).HasMaxLength(Ids.MaxLength);
            builder.HasIndex(c => new { c.PartnershipId, c.Number }).IsUnique();
            builder.HasIndex(c => c.StatusKeyHash).IsUnique();
            builder.HasIndex(c => c.RaiserId);
            builder
                .HasOne<LadderVersion>()
                .WithMany()
                .HasForeignKey(c => new { c.LadderId, c.LadderVersion })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
