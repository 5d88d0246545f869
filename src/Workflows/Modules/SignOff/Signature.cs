using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.SignOff;

/// <summary>
/// One seat's assent to one text. Everything that it binds is copied here when it is given and never changes (DOMAIN B3.2); only
/// whether it still counts does.
/// </summary>
public sealed class Signature
{
    public required string Id { get; init; }

    public required string RoundId { get; init; }

    public required string Seat { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The name as it was then.</summary>
    public required string PersonName { get; init; }

    /// <summary>lead, delegate or deputy.</summary>
    public required string Capacity { get; init; }

    /// <summary>The instrument whose authority was used; null when it was the signer's own.</summary>
    public string? InstrumentId { get; init; }

    public string? AccountableLeadId { get; init; }

    public string? AccountableLeadName { get; init; }

    /// <summary>The version of the text.</summary>
    public required int SubjectVersion { get; init; }

    public required string Hash { get; init; }

    /// <summary>The words that were agreed to.</summary>
    public required string Wording { get; init; }

    public required DateTime SignedAt { get; init; }

    /// <summary>The version of the workflow that asked.</summary>
    public string? DefinitionVersionId { get; init; }

    /// <summary>One of <see cref="SignatureStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>Round and seat while the signature counts, else null: unique, so that a seat signs once whoever is first.</summary>
    public string? CurrentKey { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Why it no longer counts, in the words of who withdrew it or of the product.</summary>
    public string? EndReason { get; set; }

    internal bool IsCurrent => State == SignatureStates.Current;

    internal void End(string state, string reason, DateTime now)
    {
        State = state;
        CurrentKey = null;
        EndedAt = now;
        EndReason = reason;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Signature>
    {
        public void Configure(EntityTypeBuilder<Signature> builder)
        {
            builder.ToTable("Signature");
            builder.HasKey(s => s.Id);
            builder.Property(s => s.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.RoundId).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.Seat).HasMaxLength(32);
            builder.Property(s => s.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.PersonName).HasMaxLength(200);
            builder.Property(s => s.Capacity).HasMaxLength(32);
            builder.Property(s => s.InstrumentId).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.AccountableLeadId).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.AccountableLeadName).HasMaxLength(200);
            builder.Property(s => s.Hash).HasMaxLength(64);
            builder.Property(s => s.Wording).HasMaxLength(1_000);
            builder.Property(s => s.DefinitionVersionId).HasMaxLength(Ids.MaxLength);
            builder.Property(s => s.State).HasMaxLength(32);
            builder.Property(s => s.CurrentKey).HasMaxLength(Ids.MaxLength * 2);
            builder.Property(s => s.EndReason).HasMaxLength(SignOffRound.MostReason);
            builder.Ignore(s => s.IsCurrent);
            builder.HasIndex(s => s.CurrentKey).IsUnique();
        }
    }
}
