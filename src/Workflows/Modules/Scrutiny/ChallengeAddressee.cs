using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Scrutiny;

/// <summary>The stages of the scrutiny function's ladder. Stored names; never change. How long each takes is the definition's.</summary>
public static class LadderStages
{
    /// <summary>The addressed seat itself.</summary>
    public const string Seat = "seat";

    public const string Chair = "chair";

    /// <summary>The three leads.</summary>
    public const string Leads = "leads";

    /// <summary>Outside, by the route that the arrangements name: a step that the scrutiny function records.</summary>
    public const string External = "external";

    public static IReadOnlyList<string> All { get; } = [Seat, Chair, Leads, External];
}

/// <summary>Where one seat stands. Stored names; never change.</summary>
public static class AddresseeStates
{
    /// <summary>Asked, and not acknowledged.</summary>
    public const string Received = "received";
    public const string Acknowledged = "acknowledged";

    /// <summary>The scrutiny function has an answer to assess.</summary>
    public const string Answered = "answered";
    public const string Adequate = "adequate";

    /// <summary>The ladder inside the partnership is used up.</summary>
    public const string External = "external";

    /// <summary>The challenge has ended.</summary>
    public const string Ended = "ended";
}

/// <summary>One seat that a challenge is addressed to, on its own way up the ladder; one workflow instance each.</summary>
public sealed class ChallengeAddressee : IVersioned
{
    public required string Id { get; init; }

    public required string ChallengeId { get; init; }

    public required string PartnershipId { get; init; }

    public required string Seat { get; init; }

    /// <summary>One of <see cref="LadderStages"/>.</summary>
    public required string Stage { get; set; }

    /// <summary>One of <see cref="AddresseeStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>When the present or the next stage counts as received.</summary>
    public required DateTime ReceivedAt { get; set; }

    /// <summary>It was received because the limit of the stage before had passed: <see cref="ReceivedAt"/> is that limit.</summary>
    public bool ReceivedByLimit { get; set; }

    /// <summary>The number of the newest stage.</summary>
    public int LastStage { get; set; }

    /// <summary>What asks the scrutiny function to assess, or to take it outside.</summary>
    public string? ScrutinyAskId { get; set; }

    /// <summary>The clock by which a successor assesses what came while the function was vacant.</summary>
    public string? GapClockId { get; set; }

    public string? InstanceId { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ChallengeAddressee>
    {
        public void Configure(EntityTypeBuilder<ChallengeAddressee> builder)
        {
            builder.ToTable("ChallengeAddressee");
            builder.HasKey(a => a.Id);
            builder.Property(a => a.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.ChallengeId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.Seat).HasMaxLength(32);
            builder.Property(a => a.Stage).HasMaxLength(32);
            builder.Property(a => a.State).HasMaxLength(32);
            builder.Property(a => a.ScrutinyAskId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.GapClockId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.InstanceId).HasMaxLength(Ids.MaxLength);
            builder.HasIndex(a => new { a.ChallengeId, a.Seat }).IsUnique();
            builder
                .HasOne<Challenge>()
                .WithMany()
                .HasForeignKey(a => a.ChallengeId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>How a stage of one seat ended. Stored names; never change.</summary>
internal static class StageEnds
{
    public const string Answered = "answered";
    public const string LimitPassed = "limitPassed";

    /// <summary>The challenge ended.</summary>
    public const string Ended = "ended";
}

/// <summary>One stage that one seat has come to: who was asked, by which clocks, and how it ended.</summary>
public sealed class ChallengeStage : IVersioned
{
    public required string Id { get; init; }

    public required string AddresseeId { get; init; }

    public required string ChallengeId { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>From 1; a re-opened challenge goes on counting.</summary>
    public required int Number { get; init; }

    /// <summary>One of <see cref="LadderStages"/>.</summary>
    public required string Stage { get; init; }

    /// <summary>Who was asked, as keys of <see cref="StageAddressees"/>.</summary>
    public required List<string> AskedOf { get; init; }

    public required List<string> AskIds { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public required bool ReceivedByLimit { get; init; }

    public string? AcknowledgeClockId { get; init; }

    public required string RespondClockId { get; init; }

    public DateTime? AcknowledgedAt { get; set; }

    public string? AcknowledgedBy { get; set; }

    /// <summary>The limit for it passed without an acknowledgement. It moves no stage.</summary>
    public bool AcknowledgementMissed { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>One of <see cref="StageEnds"/>; null while it waits.</summary>
    public string? EndedBy { get; set; }

    public int Version { get; set; }

    internal bool IsOpen => EndedAt is null;

    internal sealed class Mapping : IEntityTypeConfiguration<ChallengeStage>
    {
        public void Configure(EntityTypeBuilder<ChallengeStage> builder)
        {
            builder.ToTable("ChallengeStage");
            builder.HasKey(s => s.Id);
            builder.Property(s => s.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.AddresseeId).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.ChallengeId).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.Stage).HasMaxLength(32);
            builder.Property(s => s.AcknowledgeClockId).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.RespondClockId).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.AcknowledgedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.EndedBy).HasMaxLength(32);
            builder.HasIndex(s => new { s.AddresseeId, s.Number }).IsUnique();
            builder.HasIndex(s => s.ChallengeId);
            builder
                .HasOne<ChallengeAddressee>()
                .WithMany()
                .HasForeignKey(s => s.AddresseeId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
