using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.SignOff;

/// <summary>
/// Three seats are asked to sign one text: one version with one hash. Always the three statutory seats, each once; a rejection or
/// a change of the text ends the round; no answer is never a yes. The methods are the rules and touch no database.
/// </summary>
public sealed class SignOffRound : IRoot
{
    internal const int MostReason = 4_000;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>Counts the rounds on one subject from 1; time cannot order them, since a clock may stand still.</summary>
    public required int Number { get; init; }

    public required string SubjectType { get; init; }

    public required string SubjectId { get; init; }

    public required string SubjectTitle { get; init; }

    public required string DocumentClass { get; init; }

    /// <summary>The level that signs this class.</summary>
    public required string SignerLevel { get; init; }

    public required int SubjectVersion { get; init; }

    public required string Hash { get; init; }

    public required DateTime OpenedAt { get; init; }

    public required string OpenedBy { get; init; }

    public string? InstanceId { get; init; }

    public string? DefinitionVersionId { get; init; }

    /// <summary>One of <see cref="RoundStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>The subject while the round is open, else null: unique, so that one text has one open round.</summary>
    public string? OpenKey { get; set; }

    public string? ClockId { get; set; }

    /// <summary>When the third current signature was given; null again when one is withdrawn before publication.</summary>
    public DateTime? CompletedAt { get; set; }

    /// <summary>Whether the workflow has taken note that all have signed.</summary>
    public bool IsHandedOver { get; set; }

    /// <summary>When the stored text was found not to be the text that was signed.</summary>
    public DateTime? IntegrityAlarmAt { get; set; }

    public DateTime? ClosedAt { get; set; }

    public string? ClosedBy { get; set; }

    public string? CloseReason { get; set; }

    /// <summary>Touched by every change, so that two changes of one round never pass each other unseen.</summary>
    public DateTime ChangedAt { get; set; }

    public int Version { get; set; }

    public List<RoundSeat> Seats { get; } = [];

    public List<Signature> Signatures { get; } = [];

    public bool IsOpen => State == RoundStates.Open;

    public IEnumerable<Signature> CurrentSignatures =>
        Signatures.Where(signature => signature.IsCurrent);

    /// <summary>All three seats have signed this version with this hash.</summary>
    public bool IsSignedByAll =>
        Governance.Contracts.Seats.All.All(seat =>
            Signatures.Any(signature =>
                signature.IsCurrent
                && signature.Seat == seat
                && signature.Hash == Hash
                && signature.SubjectVersion == SubjectVersion
            )
        );

    /// <summary>Null while signatures can be given, withdrawn or refused.</summary>
    public Refusal? CheckOpen() =>
        !IsOpen ? SignOffRefusals.RoundClosed(State)
        : IntegrityAlarmAt is not null ? SignOffRefusals.IntegrityAlarm
        : null;

    /// <summary>Null while a scrutiny comment is still read before somebody signs; later it belongs beside the next version.</summary>
    public Refusal? CheckComment() => IsOpen ? null : SignOffRefusals.RoundClosed(State);

    /// <summary>Null while the seat can still sign or reject.</summary>
    public Refusal? CheckUnsigned(string seat) =>
        CheckOpen()
        ?? (
            CurrentSignatures.Any(signature => signature.Seat == seat)
                ? SignOffRefusals.AlreadySigned
                : null
        );

    /// <summary>Null when the person's own signature stands for the seat and can be taken back.</summary>
    public Refusal? CheckWithdrawal(string seat, string personId)
    {
        if (CheckOpen() is { } closed)
        {
            return closed;
        }

        Signature? signature = CurrentSignatures.FirstOrDefault(each => each.Seat == seat);
        return signature is null ? SignOffRefusals.NotSigned
            : signature.PersonId != personId ? SignOffRefusals.NotYourSignature
            : null;
    }

    /// <summary>Null for a reason that a rejection or a withdrawal can give.</summary>
    public static Refusal? CheckReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) || reason.Length > MostReason
            ? SignOffRefusals.ReasonNeeded
            : null;

    /// <param name="hash">The hash of the text that the signer read.</param>
    public Result<Signature> Sign(string id, SigningCapacity by, string? hash, DateTime now)
    {
        if (CheckUnsigned(by.Seat) is { } refusal)
        {
            return refusal;
        }

        if (!string.Equals(hash, Hash, StringComparison.Ordinal))
        {
            return SignOffRefusals.HashMismatch;
        }

        Signature signature = new()
        {
            Id = id,
            RoundId = Id,
            Seat = by.Seat,
            PersonId = by.Person.PersonId,
            PersonName = by.Person.Name,
            Capacity = by.Capacity,
            InstrumentId = by.InstrumentId,
            AccountableLeadId = by.AccountableLead?.PersonId,
            AccountableLeadName = by.AccountableLead?.Name,
            SubjectVersion = SubjectVersion,
            Hash = Hash,
            Wording = Assent.WordingFor(this, by.Seat),
            SignedAt = now,
            DefinitionVersionId = DefinitionVersionId,
            State = SignatureStates.Current,
            CurrentKey = Id + ":" + by.Seat,
        };
        Signatures.Add(signature);
        SeatOf(by.Seat).State = RoundSeatStates.HasSigned;
        CompletedAt = IsSignedByAll ? now : null;
        ChangedAt = now;
        return signature;
    }

    /// <summary>Ends the round; the others' signatures lapse. A seat that has signed withdraws first.</summary>
    public Result<Done> Reject(SigningCapacity by, string? reason, DateTime now)
    {
        if (CheckUnsigned(by.Seat) is { } refusal)
        {
            return refusal;
        }

        if (CheckReason(reason) is { } noReason)
        {
            return noReason;
        }

        SeatOf(by.Seat).State = RoundSeatStates.Rejected;
        Close(RoundStates.Rejected, by.Person.PersonId, reason!.Trim(), now);
        return default(Done);
    }

    /// <summary>Takes back one's own signature before publication; the seat is asked again.</summary>
    public Result<Signature> Withdraw(string seat, string personId, string? reason, DateTime now)
    {
        if ((CheckReason(reason) ?? CheckWithdrawal(seat, personId)) is { } refusal)
        {
            return refusal;
        }

        Signature signature = CurrentSignatures.Single(each => each.Seat == seat);
        signature.End(SignatureStates.Withdrawn, reason!.Trim(), now);
        SeatOf(seat).State = RoundSeatStates.Open;
        CompletedAt = null;
        ChangedAt = now;
        return signature;
    }

    /// <summary>The text is no longer what was asked about: every signature lapses and nothing opens by itself (DOMAIN B3.3).</summary>
    public void Lapse(string by, string reason, DateTime now) =>
        Close(RoundStates.Lapsed, by, reason, now);

    /// <summary>Nobody may sign for these seats, so nothing is asked of any.</summary>
    public void SayNobodyCanSign(IReadOnlyCollection<string> seats, DateTime now)
    {
        Close(RoundStates.NoEligibleSigner, OpenedBy, "Nobody may sign for a seat.", now);
        foreach (string seat in seats)
        {
            SeatOf(seat).State = RoundSeatStates.NoEligibleSigner;
        }
    }

    /// <summary>The signed text is published; the signatures stand for good.</summary>
    public void MarkPublished(DateTime now)
    {
        if (!IsOpen || !IsSignedByAll)
        {
            throw new InvalidOperationException(
                "Only a round signed by all three seats is published."
            );
        }

        State = RoundStates.Published;
        OpenKey = null;
        ClosedAt = now;
        ChangedAt = now;
    }

    public void RaiseIntegrityAlarm(DateTime now)
    {
        IntegrityAlarmAt = now;
        ChangedAt = now;
    }

    public RoundSeat SeatOf(string seat) => Seats.Single(each => each.Seat == seat);

    private void Close(string state, string by, string reason, DateTime now)
    {
        foreach (Signature signature in CurrentSignatures.ToList())
        {
            signature.End(SignatureStates.Lapsed, reason, now);
        }

        foreach (RoundSeat seat in Seats)
        {
            seat.State = seat.State switch
            {
                RoundSeatStates.HasSigned => RoundSeatStates.Lapsed,
                RoundSeatStates.Open => RoundSeatStates.Cancelled,
                string other => other,
            };
        }

        State = state;
        OpenKey = null;
        ClosedAt = now;
        ClosedBy = by;
        CloseReason = reason;
        ChangedAt = now;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<SignOffRound>
    {
        public void Configure(EntityTypeBuilder<SignOffRound> builder)
        {
            builder.ToTable("SignOffRound");
            builder.HasKey(r => r.Id);
            builder.Property(r => r.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(r => r.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(r => r.SubjectType).HasMaxLength(Ids.MaxLength);
            builder.Property(r => r.SubjectId).HasMaxLength(Ids.MaxLength);
            builder.Property(r => r.SubjectTitle).HasMaxLength(300);
            builder.Property(r => r.DocumentClass).HasMaxLength(32);
            builder.Property(r => r.SignerLevel).HasMaxLength(32);
            builder.Property(r => r.Hash).HasMaxLength(64);
            builder.Property(r => r.OpenedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(r => r.InstanceId).HasMaxLength(Ids.MaxLength);
            builder.Property(r => r.DefinitionVersionId).HasMaxLength(Ids.MaxLength);
            builder.Property(r => r.State).HasMaxLength(32);
            builder.Property(r => r.OpenKey).HasMaxLength(Ids.MaxLength * 2);
            builder.Property(r => r.ClockId).HasMaxLength(Ids.MaxLength);
            builder.Property(r => r.ClosedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(r => r.CloseReason).HasMaxLength(MostReason);
            builder.Ignore(r => r.IsOpen);
            builder.Ignore(r => r.IsSignedByAll);
            builder.Ignore(r => r.CurrentSignatures);
            builder.HasIndex(r => r.OpenKey).IsUnique();
            builder.HasIndex(r => new { r.PartnershipId, r.State });
            builder
                .HasIndex(r => new
                {
                    r.SubjectType,
                    r.SubjectId,
                    r.Number,
                })
                .IsUnique();
            builder
                .HasMany(r => r.Seats)
                .WithOne()
                .HasForeignKey(s => s.RoundId)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasMany(r => r.Signatures)
                .WithOne()
                .HasForeignKey(s => s.RoundId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
