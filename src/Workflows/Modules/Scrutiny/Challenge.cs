using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Scrutiny;

/// <summary>Stored names; never change.</summary>
public static class ChallengeStates
{
    public const string Open = "open";

    /// <summary>The scrutiny function is done with it.</summary>
    public const string Closed = "closed";

    /// <summary>The scrutiny function has taken it back.</summary>
    public const string Withdrawn = "withdrawn";

    public static IReadOnlyList<string> All { get; } = [Open, Closed, Withdrawn];
}

/// <summary>Stored names; never change. In order, the least first.</summary>
public static class Seriousnesses
{
    public const string Low = "low";
    public const string Medium = "medium";
    public const string High = "high";

    public static IReadOnlyList<string> All { get; } = [Low, Medium, High];
}

/// <summary>
/// A challenge of the scrutiny function (DOMAIN B5): a question to one or more seats about something, which only the scrutiny function
/// ends. The root row of its seats, stages, statements and rulings.
/// <para>
/// What it says and where it stands changes only together with a <see cref="ChallengeRuling"/> of the next number: the module does so,
/// and the database refuses everything else (<see cref="ChallengeTriggers"/>).
/// </para>
/// </summary>
public sealed class Challenge : IRoot
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>Its place in the partnership's register: from 1 without gaps, so that a missing one shows.</summary>
    public required int Number { get; init; }

    /// <summary>One of <see cref="ChallengeSubjects"/>.</summary>
    public required string SubjectType { get; init; }

    public string? SubjectId { get; init; }

    public int? SubjectVersion { get; init; }

    public string? SubjectHash { get; init; }

    /// <summary>What it is about in words: the name of the thing as it was then, or what the scrutiny function wrote.</summary>
    public required string SubjectTitle { get; init; }

    public required string Question { get; set; }

    public string? Evidence { get; set; }

    /// <summary>One of <see cref="Seriousnesses"/>.</summary>
    public required string Seriousness { get; set; }

    public required string PublicSummary { get; set; }

    /// <summary>The public register shows its place, its dates and its stage, and neither its subject nor its summary.</summary>
    public bool Redacted { get; set; }

    /// <summary>One of <see cref="ChallengeStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>The number of the newest ruling.</summary>
    public int LastRuling { get; set; }

    /// <summary>The number of the newest statement.</summary>
    public int LastStatement { get; set; }

    public required DateTime RaisedAt { get; init; }

    public required string RaisedBy { get; init; }

    public DateTime? EndedAt { get; set; }

    public int Version { get; set; }

    public bool IsOpen => State == ChallengeStates.Open;

    internal sealed class Mapping : IEntityTypeConfiguration<Challenge>
    {
        public void Configure(EntityTypeBuilder<Challenge> builder)
        {
            builder.ToTable("Challenge");
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.SubjectType).HasMaxLength(32);
            builder.Property(c => c.SubjectId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.SubjectHash).HasMaxLength(64);
            builder.Property(c => c.SubjectTitle).HasMaxLength(ChallengeRules.MostTitle);
            builder.Property(c => c.Question).HasMaxLength(ChallengeRules.MostText);
            builder.Property(c => c.Evidence).HasMaxLength(ChallengeRules.MostLong);
            builder.Property(c => c.Seriousness).HasMaxLength(16);
            builder.Property(c => c.PublicSummary).HasMaxLength(ChallengeRules.MostText);
            builder.Property(c => c.State).HasMaxLength(16);
            builder.Property(c => c.RaisedBy).HasMaxLength(Ids.MaxLength);
            builder.HasIndex(c => new { c.PartnershipId, c.Number }).IsUnique();
            builder.HasIndex(c => new { c.SubjectType, c.SubjectId });
        }
    }
}

/// <summary>
/// Something that the scrutiny function alone decided about one of its challenges: an edit, another seriousness, an end or a
/// re-opening. Append-only; a challenge's row may change only with the next of them.
/// </summary>
public sealed class ChallengeRuling
{
    public required string ChallengeId { get; init; }

    /// <summary>From 1 without gaps.</summary>
    public required int Number { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>One of <see cref="RulingKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The state and the seriousness that the challenge has by it.</summary>
    public required string ToState { get; init; }

    public required string ToSeriousness { get; init; }

    public required string Reason { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The London date of <see cref="At"/>, on which <see cref="By"/> holds the scrutineer's appointment.</summary>
    public required DateOnly On { get; init; }

    public required string By { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ChallengeRuling>
    {
        public void Configure(EntityTypeBuilder<ChallengeRuling> builder)
        {
            builder.ToTable("ChallengeRuling");
            builder.HasKey(r => new { r.ChallengeId, r.Number });
            builder.Property(r => r.ChallengeId).HasMaxLength(Ids.MaxLength);
            builder.Property(r => r.Number).ValueGeneratedNever();
            builder.Property(r => r.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(r => r.Kind).HasMaxLength(32);
            builder.Property(r => r.ToState).HasMaxLength(16);
            builder.Property(r => r.ToSeriousness).HasMaxLength(16);
            builder.Property(r => r.Reason).HasMaxLength(ChallengeRules.MostText);
            builder.Property(r => r.By).HasMaxLength(Ids.MaxLength);
            builder
                .HasOne<Challenge>()
                .WithMany()
                .HasForeignKey(r => r.ChallengeId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Stored names; never change.</summary>
public static class RulingKinds
{
    public const string Edited = "edited";

    /// <summary>A file was added to the evidence or taken off it.</summary>
    public const string Evidence = "evidence";

    public const string Seriousness = "seriousness";
    public const string Closed = "closed";
    public const string Withdrawn = "withdrawn";
    public const string Reopened = "reopened";
}
