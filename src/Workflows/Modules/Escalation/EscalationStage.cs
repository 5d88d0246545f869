using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Escalation;

/// <summary>Stored names; never change.</summary>
public static class StageStates
{
    /// <summary>Passed by, since a child’s risk left no time.</summary>
    public const string SkippedForRisk = "skippedForRisk";
    public const string AwaitingAnswer = "awaitingAnswer";
    public const string AwaitingMeeting = "awaitingMeeting";
    public const string AwaitingConfirmation = "awaitingConfirmation";

    /// <summary>Answered; whoever raised it says whether they are satisfied.</summary>
    public const string AwaitingRaiser = "awaitingRaiser";

    /// <summary>A limit passed without a word.</summary>
    public const string Silent = "silent";
    public const string NotSatisfied = "notSatisfied";
    public const string Satisfied = "satisfied";
    public const string Withdrawn = "withdrawn";

    /// <summary>Shown of stages that the challenge has not come to; never stored.</summary>
    public const string NotReached = "notReached";

    public static bool IsOver(string state) =>
        state is SkippedForRisk or Silent or NotSatisfied or Satisfied or Withdrawn;

    /// <summary>Something was answered that the raiser can be satisfied with or not.</summary>
    public static bool HasAnswer(string state) => state is AwaitingConfirmation or AwaitingRaiser;
}

/// <summary>A stage that a challenge has come to, or has skipped.</summary>
public sealed class EscalationStage : IVersioned
{
    public required string ChallengeId { get; init; }

    public required int Number { get; init; }

    /// <summary>One of <see cref="StageStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>A body, or one of <see cref="StageParties"/>; null for a skipped stage.</summary>
    public string? AskedOf { get; init; }

    /// <summary>The moment of receipt, or the due moment of the limit that brought the stage about.</summary>
    public DateTime? ReceivedAt { get; init; }

    public bool ViaMeeting { get; set; }

    public DateTime? EndedAt { get; set; }

    public int Version { get; set; }

    internal void End(string state, DateTime at)
    {
        State = state;
        EndedAt = at;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<EscalationStage>
    {
        public void Configure(EntityTypeBuilder<EscalationStage> builder)
        {
            builder.ToTable("EscalationStage");
            builder.HasKey(s => new { s.ChallengeId, s.Number });
            builder.Property(s => s.ChallengeId).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.State).HasMaxLength(32);
            builder.Property(s => s.AskedOf).HasMaxLength(Ids.MaxLength);
            builder
                .HasOne<ProfessionalChallenge>()
                .WithMany()
                .HasForeignKey(s => s.ChallengeId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Stored names; never change.</summary>
internal static class DutyStates
{
    public const string Open = "open";
    public const string Done = "done";
    public const string Passed = "passed";
    public const string Cancelled = "cancelled";
}

/// <summary>Something that is owed at a stage within a limit: one clock, and an ask of each who may do it.</summary>
public sealed class StageDuty : IVersioned
{
    public required string Id { get; init; }

    public required string ChallengeId { get; init; }

    public required int Stage { get; init; }

    /// <summary>One of <see cref="StageDuties"/>.</summary>
    public required string What { get; init; }

    public required string ClockId { get; init; }

    /// <summary>Any one of them is enough.</summary>
    public required List<string> AskIds { get; init; }

    public required string State { get; set; }

    /// <summary>The limit has passed and it still waits.</summary>
    public bool IsLate { get; set; }

    public required DateTime OpenedAt { get; init; }

    public DateTime? ClosedAt { get; set; }

    /// <summary>One of a kind is owed at a time; null once it is not.</summary>
    public string? OpenKey { get; set; }

    public int Version { get; set; }

    internal static string OpenKeyOf(string challengeId, string what) => $"{challengeId}:{what}";

    internal void Close(string state, DateTime at)
    {
        State = state;
        OpenKey = null;
        ClosedAt = at;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<StageDuty>
    {
        public void Configure(EntityTypeBuilder<StageDuty> builder)
        {
            builder.ToTable("EscalationDuty");
            builder.HasKey(d => d.Id);
            builder.Property(d => d.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.ChallengeId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.What).HasMaxLength(32);
            builder.Property(d => d.ClockId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.State).HasMaxLength(32);
            builder.Property(d => d.OpenKey).HasMaxLength(Ids.MaxLength + 33);
            builder.HasIndex(d => d.OpenKey).IsUnique();
            builder.HasIndex(d => new { d.ChallengeId, d.Stage });
            builder
                .HasOne<ProfessionalChallenge>()
                .WithMany()
                .HasForeignKey(d => d.ChallengeId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Stored names; never change.</summary>
public static class EntryKinds
{
    public const string Acknowledgement = "acknowledgement";
    public const string Answer = "answer";
    public const string Meeting = "meeting";
    public const string Confirmation = "confirmation";
    public const string Satisfied = "satisfied";
    public const string NotSatisfied = "notSatisfied";
    public const string Withdrawal = "withdrawal";
}

/// <summary>Something said in a challenge. Never changed.</summary>
public sealed class ChallengeEntry
{
    public const int MostText = 8_000;

    public required string Id { get; init; }

    public required string ChallengeId { get; init; }

    public required int Stage { get; init; }

    /// <summary>One of <see cref="EntryKinds"/>.</summary>
    public required string Kind { get; init; }

    public string? Text { get; init; }

    /// <summary>The London date of a meeting.</summary>
    public DateOnly? Held { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Null for a raiser without an account.</summary>
    public string? ById { get; init; }

    public bool ByRaiser { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ChallengeEntry>
    {
        public void Configure(EntityTypeBuilder<ChallengeEntry> builder)
        {
            builder.ToTable("EscalationEntry");
            builder.HasKey(e => e.Id);
            builder.Property(e => e.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(e => e.ChallengeId).HasMaxLength(Ids.MaxLength);
            builder.Property(e => e.Kind).HasMaxLength(32);
            builder.Property(e => e.Text).HasMaxLength(MostText);
            builder.Property(e => e.ById).HasMaxLength(Ids.MaxLength);
            builder.HasIndex(e => new { e.ChallengeId, e.Stage });
            builder
                .HasOne<ProfessionalChallenge>()
                .WithMany()
                .HasForeignKey(e => e.ChallengeId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
