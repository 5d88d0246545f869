using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.SignOff;

namespace Governance.Tests.Workflows.Modules.SignOff;

public sealed class SignOffRoundTests
{
    private const string Hash = "abc";
    private static readonly DateTime Now = new(2027, 2, 1, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Sign_ThirdSeat_CompletesTheRound()
    {
        SignOffRound round = Round();

        Assert.Null(Signed(round, Seats.Police).Refusal);
        Assert.Null(Signed(round, Seats.LocalAuthority).Refusal);
        Assert.False(round.IsSignedByAll);
        Assert.Null(round.CompletedAt);
        Assert.Null(Signed(round, Seats.IntegratedCareBoard).Refusal);

        Assert.True(round.IsSignedByAll);
        Assert.Equal(Now, round.CompletedAt);
        Assert.Equal(RoundStates.Open, round.State);
    }

    [Fact]
    public void Sign_Signature_BindsSeatPersonCapacityInstrumentVersionHashWordsAndTime()
    {
        SignOffRound round = Round();

        Signature signature = round.Sign("s1", By(Seats.Police, "deputy", "i1"), Hash, Now).Value;

        Assert.Equal(
            ("police", "deputy", Levels.Deputy, "i1", "lead", 3, Hash, Now, "definition:1"),
            (
                signature.Seat,
                signature.PersonId,
                signature.Capacity,
                signature.InstrumentId,
                signature.AccountableLeadId,
                signature.SubjectVersion,
                signature.Hash,
                signature.SignedAt,
                signature.DefinitionVersionId
            )
        );
        Assert.Contains(Hash, signature.Wording, StringComparison.Ordinal);
        Assert.Contains("version 3", signature.Wording, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_SeatThatHasSigned_IsRefusedWhoeverAsks()
    {
        SignOffRound round = Round();
        Signed(round, Seats.Police);

        Assert.Equal("sign-off.already-signed", Signed(round, Seats.Police).Refusal?.Code);
        Assert.Single(round.Signatures);
    }

    [Theory]
    [InlineData("abd")]
    [InlineData("ABC")]
    [InlineData(null)]
    public void Sign_OtherHash_IsRefused(string? hash) =>
        Assert.Equal(
            "sign-off.hash-mismatch",
            Round().Sign("s", By(Seats.Police), hash, Now).Refusal?.Code
        );

    [Fact]
    public void Reject_WithReason_ClosesTheRoundAndLapsesTheOthersSignatures()
    {
        SignOffRound round = Round();
        Signed(round, Seats.Police);

        Assert.Null(round.Reject(By(Seats.LocalAuthority), "Section 4 is wrong.", Now).Refusal);

        Assert.Equal(RoundStates.Rejected, round.State);
        Assert.Null(round.OpenKey);
        Assert.Empty(round.CurrentSignatures);
        Signature lapsed = Assert.Single(round.Signatures);
        Assert.Equal((SignatureStates.Lapsed, null), (lapsed.State, lapsed.CurrentKey));
        Assert.Equal(RoundSeatStates.Rejected, round.SeatOf(Seats.LocalAuthority).State);
        Assert.Equal(RoundSeatStates.Lapsed, round.SeatOf(Seats.Police).State);
        Assert.Equal(RoundSeatStates.Cancelled, round.SeatOf(Seats.IntegratedCareBoard).State);
        Assert.Equal("sign-off.round-closed", Signed(round, Seats.Police).Refusal?.Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Reject_WithoutReason_IsRefused(string? reason)
    {
        SignOffRound round = Round();

        Assert.Equal(
            "sign-off.reason-needed",
            round.Reject(By(Seats.Police), reason, Now).Refusal?.Code
        );
        Assert.Equal(RoundStates.Open, round.State);
    }

    [Fact]
    public void Reject_SeatThatHasSigned_WithdrawsFirst()
    {
        SignOffRound round = Round();
        Signed(round, Seats.Police);

        Assert.Equal(
            "sign-off.already-signed",
            round.Reject(By(Seats.Police), "No.", Now).Refusal?.Code
        );
    }

    [Fact]
    public void Withdraw_OwnSignature_OpensTheSeatAgain()
    {
        SignOffRound round = Round();
        SignAll(round);

        Assert.Null(round.Withdraw(Seats.Police, "police-person", "Too early.", Now).Refusal);

        Assert.False(round.IsSignedByAll);
        Assert.Null(round.CompletedAt);
        Assert.Equal(RoundSeatStates.Open, round.SeatOf(Seats.Police).State);
        Assert.Null(Signed(round, Seats.Police).Refusal);
        Assert.True(round.IsSignedByAll);
    }

    [Fact]
    public void Withdraw_WithoutAReason_IsInvalidWhateverTheState()
    {
        Refusal? refusal = Round().Withdraw(Seats.Police, "police-person", " ", Now).Refusal;

        Assert.Equal("sign-off.reason-needed", refusal?.Code);
    }

    [Fact]
    public void Withdraw_AnothersSignature_IsRefused()
    {
        SignOffRound round = Round();
        Signed(round, Seats.Police);

        Refusal? refusal = round.Withdraw(Seats.Police, "lead", "Because.", Now).Refusal;

        Assert.Equal("sign-off.not-your-signature", refusal?.Code);
        Assert.Single(round.CurrentSignatures);
    }

    [Fact]
    public void Withdraw_AfterPublication_IsRefused()
    {
        SignOffRound round = Round();
        SignAll(round);
        round.MarkPublished(Now);

        Assert.Equal(
            "sign-off.round-closed",
            round.Withdraw(Seats.Police, "police-person", "Late.", Now).Refusal?.Code
        );
        Assert.True(round.IsSignedByAll);
    }

    [Fact]
    public void Lapse_ByAnEdit_EndsEverySignatureAndTheRound()
    {
        SignOffRound round = Round();
        Signed(round, Seats.Police);

        round.Lapse("author", "The text was changed.", Now);

        Assert.Equal(RoundStates.Lapsed, round.State);
        Assert.Empty(round.CurrentSignatures);
        Assert.Equal("The text was changed.", Assert.Single(round.Signatures).EndReason);
    }

    [Fact]
    public void Publish_WithTwoOfThree_IsABug()
    {
        SignOffRound round = Round();
        Signed(round, Seats.Police);
        Signed(round, Seats.LocalAuthority);

        Assert.Throws<InvalidOperationException>(() => round.MarkPublished(Now));
    }

    [Fact]
    public void Alarm_OnTheText_FreezesTheRoundAndLeavesTheSignatures()
    {
        SignOffRound round = Round();
        SignAll(round);
        round.RaiseIntegrityAlarm(Now);

        Assert.Equal(
            "sign-off.integrity-alarm",
            round.Withdraw(Seats.Police, "police-person", "Alarm.", Now).Refusal?.Code
        );
        Assert.Equal(3, round.CurrentSignatures.Count());
        Assert.Equal(RoundStates.Open, round.State);
    }

    private static void SignAll(SignOffRound round)
    {
        foreach (string seat in Seats.All)
        {
            Assert.Null(Signed(round, seat).Refusal);
        }
    }

    private static Result<Signature> Signed(SignOffRound round, string seat) =>
        round.Sign("s-" + seat + round.Signatures.Count, By(seat), Hash, Now);

    private static SigningCapacity By(
        string seat,
        string? person = null,
        string? instrument = null
    ) =>
        new(
            seat,
            new SeatPerson(person ?? seat + "-person", "Somebody", Levels.Delegate, "a"),
            instrument is null ? Levels.Delegate : Levels.Deputy,
            instrument,
            new SeatPerson("lead", "The lead", Levels.Lead, "b")
        );

    private static SignOffRound Round()
    {
        SignOffRound round = new()
        {
            Id = "r",
            PartnershipId = "p",
            Number = 1,
            SubjectType = "policy",
            SubjectId = "x",
            SubjectTitle = "Missing children",
            DocumentClass = DocumentClasses.Policy,
            SignerLevel = Levels.Delegate,
            SubjectVersion = 3,
            Hash = Hash,
            OpenedAt = Now,
            OpenedBy = "unit",
            DefinitionVersionId = "definition:1",
            State = RoundStates.Open,
            OpenKey = "p:policy:x",
        };
        round.Seats.AddRange(
            Seats.All.Select(seat => new RoundSeat
            {
                RoundId = "r",
                Seat = seat,
                Level = Levels.Delegate,
                State = RoundSeatStates.Open,
            })
        );
        return round;
    }
}
