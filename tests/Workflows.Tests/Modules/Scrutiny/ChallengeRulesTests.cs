using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.Scrutiny;

namespace Governance.Tests.Workflows.Modules.Scrutiny;

/// <summary>What makes a challenge, what an assessment, and when a policy was under one.</summary>
public sealed class ChallengeRulesTests
{
    private static readonly DateTime Raised = new(2027, 2, 3, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Raise_Empty_NamesEverythingThatIsMissing() =>
        Assert.Equal(
            ["addressees", "publicSummary", "question", "seriousness", "subject"],
            ChallengeRules
                .Check(new RaiseChallengeBody(null, null, null, null, null))!
                .Errors!.Keys.Order()
        );

    [Theory]
    [InlineData("policy", "p", null, null, null, false)]
    [InlineData("policy", "p", 1, "00", null, true)]
    [InlineData("decision", null, null, null, null, false)]
    [InlineData("matter", null, null, null, "No plan", true)]
    [InlineData("audit", null, null, null, " ", false)]
    [InlineData("weather", null, null, null, "Rain", false)]
    public void Raise_NamesWhatItIsAbout(
        string type,
        string? id,
        int? version,
        string? hash,
        string? text,
        bool isGood
    )
    {
        Refusal? refusal = ChallengeRules.Check(
            new RaiseChallengeBody(
                new ChallengeSubjectBody(type, id, version, hash, text),
                "Why?",
                [Seats.Police],
                "low",
                "Asked."
            )
        );

        Assert.Equal(isGood, refusal is null);
        if (!isGood)
        {
            Assert.Equal(["subject"], refusal!.Errors!.Keys);
        }
    }

    [Fact]
    public void Raise_ToASeatTwice_IsRefused() =>
        Assert.Equal(
            ["addressees"],
            ChallengeRules
                .Check(
                    new RaiseChallengeBody(
                        new ChallengeSubjectBody("matter", Text: "No plan"),
                        "Why?",
                        [Seats.Police, Seats.Police],
                        "low",
                        "Asked."
                    )
                )!
                .Errors!.Keys
        );

    [Fact]
    public void Assessment_WantsAnAnswer_AndAHoldingReplyIsNone()
    {
        ChallengeStatement holding = Said(1, ResponsePositions.Holding);
        ChallengeStatement answer = Said(2, ResponsePositions.Reject);

        Assert.Equal(
            "challenge.nothing-to-assess",
            Check([holding], adequate: true, AddresseeStates.Answered)
        );
        Assert.Equal(
            "challenge.nothing-to-assess",
            Check([answer], adequate: true, AddresseeStates.Received)
        );
        Assert.Null(Check([holding, answer], adequate: true, AddresseeStates.Answered));
        Assert.Equal(
            "challenge.assessed-already",
            Check([answer], adequate: true, AddresseeStates.Adequate)
        );
        // Second thoughts.
        Assert.Null(Check([answer], adequate: false, AddresseeStates.Adequate));
    }

    [Fact]
    public void ChallengedDays_KeepTheDatesOfEveryTime()
    {
        ChallengeRuling[] rulings =
        [
            Ruled(1, RulingKinds.Seriousness, 5),
            Ruled(2, RulingKinds.Closed, 10),
            Ruled(3, RulingKinds.Reopened, 12),
            Ruled(4, RulingKinds.Withdrawn, 20),
            Ruled(5, RulingKinds.Reopened, 22),
        ];

        Assert.Equal(
            [
                new ChallengedDays(new DateOnly(2027, 2, 3), new DateOnly(2027, 2, 10)),
                new ChallengedDays(new DateOnly(2027, 2, 12), new DateOnly(2027, 2, 20)),
                new ChallengedDays(new DateOnly(2027, 2, 22), null),
            ],
            PolicyChallenges.DaysOf(Raised, rulings)
        );
    }

    [Fact]
    public void Gap_IsADayWithoutAScrutineer_AndEndsOnASuccessorsFirst()
    {
        Appointment[] held =
        [
            Appointed(new DateOnly(2027, 1, 1), new DateOnly(2027, 2, 28)),
            Appointed(new DateOnly(2027, 4, 1), null),
        ];

        Assert.False(ScrutinyGaps.IsVacantOn(new DateOnly(2027, 2, 28), held));
        Assert.True(ScrutinyGaps.IsVacantOn(new DateOnly(2027, 3, 1), held));
        Assert.False(ScrutinyGaps.IsVacantOn(new DateOnly(2027, 4, 1), held));
        Assert.Equal(
            new DateOnly(2027, 4, 1),
            ScrutinyGaps.FirstHeldFrom(new DateOnly(2027, 3, 1), held)
        );
        Assert.Null(ScrutinyGaps.FirstHeldFrom(new DateOnly(2027, 3, 1), held[..1]));
    }

    [Fact]
    public void Content_ChangesItsHashWithEverythingThatAChallengeSays()
    {
        string before = Hash(One());

        Assert.NotEqual(before, Hash(One(state: ChallengeStates.Closed)));
        Assert.NotEqual(before, Hash(One(seriousness: Seriousnesses.Low)));
        Assert.NotEqual(before, Hash(One(summary: "Another.")));
        Assert.NotEqual(before, Hash(One(redacted: true)));
        Assert.NotEqual(
            before,
            ChallengeContent.Of(One(), [Seats.Police], [], [Said(1, ResponsePositions.Accept)], [])
        );
        Assert.NotEqual(
            before,
            ChallengeContent.Of(One(), [Seats.Police], [Ruled(1, RulingKinds.Edited, 4)], [], [])
        );
        Assert.NotEqual(before, ChallengeContent.Of(One(), [], [], [], []));
        string withFile = ChallengeContent.Of(One(), [Seats.Police], [], [], [File()]);
        Assert.NotEqual(before, withFile);
        Assert.NotEqual(
            withFile,
            ChallengeContent.Of(One(), [Seats.Police], [], [], [File(takenOffBy: 2)])
        );
        Assert.Equal(before, Hash(One()));
    }

    /// <summary>Entries of the record name this hash for ever: a challenge without files keeps the text that it always had.</summary>
    [Fact]
    public void Content_OfAChallengeWithoutFiles_HasTheHashItAlwaysHad() =>
        Assert.StartsWith(
            "e7bd524e9fd269eede339bdf781d8cdc33880d6f0",
            Hash(One()),
            StringComparison.Ordinal
        );

    private static EvidenceFile File(int? takenOffBy = null) =>
        new()
        {
            ChallengeId = "c",
            Number = 1,
            PartnershipId = "p",
            Hash = "f",
            Name = "audit.pdf",
            ContentType = "application/pdf",
            Size = 5,
            AddedBy = 1,
            TakenOffBy = takenOffBy,
        };

    private static string Hash(Challenge challenge) =>
        ChallengeContent.Of(challenge, [Seats.Police], [], [], []);

    private static Challenge One(
        string state = ChallengeStates.Open,
        string seriousness = Seriousnesses.High,
        string summary = "Asked.",
        bool redacted = false
    ) =>
        new()
        {
            Id = "c",
            PartnershipId = "p",
            Number = 1,
            SubjectType = ChallengeSubjects.Matter,
            SubjectTitle = "No plan",
            Question = "Why?",
            Seriousness = seriousness,
            PublicSummary = summary,
            Redacted = redacted,
            State = state,
            RaisedAt = Raised,
            RaisedBy = "scrutineer",
        };

    private static string? Check(
        IEnumerable<ChallengeStatement> said,
        bool adequate,
        string state
    ) => ChallengeRules.CheckAssessment(said, adequate, state)?.Code;

    private static ChallengeStatement Said(int number, string position) =>
        new()
        {
            ChallengeId = "c",
            Number = number,
            PartnershipId = "p",
            Seat = Seats.Police,
            Kind = StatementKinds.Response,
            Stage = LadderStages.Seat,
            Position = position,
            Text = "We will.",
            At = Raised,
            On = new DateOnly(2027, 2, 3),
            By = "police-lead",
        };

    private static ChallengeRuling Ruled(int number, string kind, int day) =>
        new()
        {
            ChallengeId = "c",
            Number = number,
            PartnershipId = "p",
            Kind = kind,
            ToState = ChallengeStates.Open,
            ToSeriousness = Seriousnesses.High,
            Reason = "Why.",
            At = Raised.AddDays(day - 3),
            On = new DateOnly(2027, 2, day),
            By = "scrutineer",
        };

    private static Appointment Appointed(DateOnly from, DateOnly? to) =>
        new()
        {
            Id = "a" + from.DayNumber,
            PartnershipId = "p",
            PersonId = "scrutineer",
            Role = Roles.Scrutineer,
            From = from,
            To = to,
            Status = AppointmentStates.Active,
            ProposedBy = "unit",
            ProposedAt = Raised,
        };
}
