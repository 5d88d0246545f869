using System.Security.Cryptography;
using System.Text;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Meetings;

/// <summary>What came of an item. Wire names; never change.</summary>
public static class DecisionOutcomes
{
    public const string Decided = "decided";

    /// <summary>Talked about without quorum: nothing was decided.</summary>
    public const string Discussed = "discussed";

    public static IReadOnlyList<string> All { get; } = [Decided, Discussed];
}

/// <summary>
/// What a body decided, or only discussed, with everything that it rests on. It never changes; a later decision may supersede it
/// and says so itself.
/// </summary>
public sealed class Decision
{
    public const int MostText = 10_000;
    public const int MostReason = 4_000;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string BodyId { get; init; }

    public string? MeetingId { get; init; }

    public string? ItemId { get; init; }

    /// <summary>The written procedure in which it was taken.</summary>
    public string? ProcedureId { get; init; }

    /// <summary>1, 2, 3 … in the partnership.</summary>
    public required int Number { get; init; }

    public required string Text { get; init; }

    /// <summary>One of <see cref="DecisionOutcomes"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Who was of another mind, and why; in the secretary's words.</summary>
    public string? Dissent { get; init; }

    /// <summary>Why the chair let it be decided without quorum.</summary>
    public string? Discretion { get; init; }

    public required DateTime DecidedAt { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>The earlier decision that this one takes the place of.</summary>
    public string? SupersedesId { get; init; }

    /// <summary>Everything it rests on, as one text (<see cref="DecisionBasis"/>): exactly the bytes that are hashed.</summary>
    public required string Basis { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the UTF-8 bytes of <see cref="Basis"/>.</summary>
    public required string Hash { get; init; }

    public SubjectRef Subject => new(MeetingsWords.Decision, Id, Hash);

    public bool IsDecided => Outcome == DecisionOutcomes.Decided;

    public static string HashOf(string basis) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(basis)));

    internal sealed class Mapping : IEntityTypeConfiguration<Decision>
    {
        public void Configure(EntityTypeBuilder<Decision> builder)
        {
            builder.ToTable("Decision");
            builder.HasKey(d => d.Id);
            builder.Property(d => d.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.BodyId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.MeetingId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.ItemId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.ProcedureId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.Text).HasMaxLength(MostText);
            builder.Property(d => d.Outcome).HasMaxLength(32);
            builder.Property(d => d.Dissent).HasMaxLength(MostReason);
            builder.Property(d => d.Discretion).HasMaxLength(MostReason);
            builder.Property(d => d.RecordedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.SupersedesId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.Hash).HasMaxLength(64);
            builder.Ignore(d => d.Subject);
            builder.Ignore(d => d.IsDecided);
            builder.HasIndex(d => new { d.PartnershipId, d.Number }).IsUnique();
            builder.HasIndex(d => new { d.BodyId, d.Number });
            builder.HasIndex(d => d.MeetingId);
            builder.HasIndex(d => d.SupersedesId).IsUnique();
            builder
                .HasOne<MeetingBody>()
                .WithMany()
                .HasForeignKey(d => d.BodyId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
