using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Scrutiny;

/// <summary>Stored names; never change.</summary>
public static class StatementKinds
{
    /// <summary>An answer for a seat, a holding one included.</summary>
    public const string Response = "response";

    /// <summary>What a seat wants to have on record; it changes no state.</summary>
    public const string Position = "position";

    /// <summary>Whether an answer is adequate; the scrutiny function's.</summary>
    public const string Assessment = "assessment";

    /// <summary>The step outside, recorded by the scrutiny function.</summary>
    public const string Referral = "referral";

    /// <summary>Something that a seat will do about it, opened later than its answer.</summary>
    public const string Action = "action";
}

/// <summary>What an answer comes to. Wire names; never change.</summary>
public static class ResponsePositions
{
    public const string Accept = "accept";
    public const string Partly = "partly";
    public const string Reject = "reject";

    /// <summary>Says that an answer will follow. It stops no clock.</summary>
    public const string Holding = "holding";

    public static IReadOnlyList<string> All { get; } = [Accept, Partly, Reject, Holding];
}

/// <summary>Something that was said on record about a challenge, for one seat. Append-only.</summary>
public sealed class ChallengeStatement
{
    public required string ChallengeId { get; init; }

    /// <summary>Its place among everything that was said about the challenge, from 1.</summary>
    public required int Number { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>The addressed seat that it is about.</summary>
    public required string Seat { get; init; }

    /// <summary>One of <see cref="StatementKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The stage at which it was said (<see cref="LadderStages"/>).</summary>
    public required string Stage { get; init; }

    /// <summary>Of a response: one of <see cref="ResponsePositions"/>.</summary>
    public string? Position { get; init; }

    /// <summary>Of an assessment.</summary>
    public bool? Adequate { get; init; }

    /// <summary>Of a referral: the body outside.</summary>
    public string? Body { get; init; }

    public required string Text { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The London date of <see cref="At"/>.</summary>
    public required DateOnly On { get; init; }

    public required string By { get; init; }

    /// <summary>The seat and the level for which it was said; null for the scrutiny function.</summary>
    public string? BySeat { get; init; }

    public string? Capacity { get; init; }

    /// <summary>The actions that it opened, as they stand in the partnership's list of actions.</summary>
    public List<string> ActionIds { get; init; } = [];

    internal bool IsAnswer =>
        Kind == StatementKinds.Response && Position != ResponsePositions.Holding;

    internal sealed class Mapping : IEntityTypeConfiguration<ChallengeStatement>
    {
        public void Configure(EntityTypeBuilder<ChallengeStatement> builder)
        {
            builder.ToTable("ChallengeStatement");
            builder.HasKey(s => new { s.ChallengeId, s.Number });
            builder.Property(s => s.ChallengeId).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.Number).ValueGeneratedNever();
            builder.Property(s => s.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.Seat).HasMaxLength(32);
            builder.Property(s => s.Kind).HasMaxLength(32);
            builder.Property(s => s.Stage).HasMaxLength(32);
            builder.Property(s => s.Position).HasMaxLength(32);
            builder.Property(s => s.Body).HasMaxLength(ChallengeRules.MostTitle);
            builder.Property(s => s.Text).HasMaxLength(ChallengeRules.MostLong);
            builder.Property(s => s.By).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.BySeat).HasMaxLength(32);
            builder.Property(s => s.Capacity).HasMaxLength(32);
            builder
                .HasOne<Challenge>()
                .WithMany()
                .HasForeignKey(s => s.ChallengeId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
