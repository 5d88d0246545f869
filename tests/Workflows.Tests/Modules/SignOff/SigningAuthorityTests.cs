using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.SignOff;

namespace Governance.Tests.Workflows.Modules.SignOff;

public sealed class SigningAuthorityTests
{
    private const string Class = DocumentClasses.Policy;
    private static readonly DateOnly Today = new(2027, 2, 1);

    private static readonly SeatPerson Lead = Person("lead", Levels.Lead);
    private static readonly SeatPerson Delegate = Person("delegate", Levels.Delegate);
    private static readonly SeatPerson Deputy = Person("deputy", Levels.Deputy);

    [Fact]
    public void Delegate_OfTheSeat_SignsADelegatesClassInOwnRight()
    {
        SigningCapacity capacity = Of("delegate", Question()).Value;

        Assert.Equal(Levels.Delegate, capacity.Capacity);
        Assert.Null(capacity.InstrumentId);
        Assert.Equal("lead", capacity.AccountableLead?.PersonId);
    }

    [Fact]
    public void Lead_BeforeTheAskHasComeToThem_IsRefused() =>
        AssertRefused("sign-off.wrong-level", "lead", Question());

    [Fact]
    public void Lead_WhenTheLimitHasPassed_SignsAndSoMayTheDelegate()
    {
        SigningQuestion overdue = Question() with { Overdue = true };

        Assert.Equal(Levels.Lead, Of("lead", overdue).Value.Capacity);
        Assert.Equal(Levels.Delegate, Of("delegate", overdue).Value.Capacity);
    }

    [Fact]
    public void Lead_WhenTheDelegateIsAnAuthor_IsAskedInstead()
    {
        SigningQuestion question = Question(authors: ["delegate"]);

        Assert.Equal([Levels.Lead], SigningAuthority.OpenLevels(question));
        Assert.Equal(Levels.Lead, Of("lead", question).Value.Capacity);
        AssertRefused("sign-off.author-cannot-sign", "delegate", question);
    }

    [Fact]
    public void Lead_WhenTheDelegateHasAnInterest_IsAskedInstead()
    {
        SigningQuestion question = Question(interested: ["delegate"]);

        Assert.Equal(Levels.Lead, Of("lead", question).Value.Capacity);
        AssertRefused("sign-off.interest-declared", "delegate", question);
    }

    [Fact]
    public void Lead_WhenTheSeatHasNoDelegate_IsAskedInstead() =>
        Assert.Equal(Levels.Lead, Of("lead", Question(Seat(Lead, [], [Deputy]))).Value.Capacity);

    [Fact]
    public void Seat_WithTwoDelegatesOneOfThemBarred_StaysWithTheOther()
    {
        SigningQuestion question = Question(
            Seat(Lead, [Delegate, Person("second", Levels.Delegate)], []),
            authors: ["delegate"]
        );

        Assert.Equal([Levels.Delegate], SigningAuthority.OpenLevels(question));
        Assert.Equal("second", Assert.Single(SigningAuthority.Eligible(question)).Person.PersonId);
        AssertRefused("sign-off.wrong-level", "lead", question);
    }

    [Fact]
    public void Class_ThatLeadsSign_IsNotForTheDelegate()
    {
        SigningQuestion question = Question() with
        {
            DocumentClass = DocumentClasses.ThresholdDocument,
            SignerLevel = Levels.Lead,
            AskLevel = Levels.Lead,
        };

        Assert.Equal(Levels.Lead, Of("lead", question).Value.Capacity);
        AssertRefused("sign-off.wrong-level", "delegate", question);
    }

    [Fact]
    public void Deputy_UnderAnInstrumentOfTheDelegate_SignsUnderIt()
    {
        SigningCapacity capacity = Of("deputy", Question(Lent("i1", Delegate, Class))).Value;

        Assert.Equal(Levels.Deputy, capacity.Capacity);
        Assert.Equal("i1", capacity.InstrumentId);
        Assert.Equal("lead", capacity.AccountableLead?.PersonId);
    }

    [Fact]
    public void Delegate_WhoLentTheAuthority_MayStillSign() =>
        Assert.False(Of("delegate", Question(Lent("i1", Delegate, Class))).IsRefused);

    [Fact]
    public void Deputy_UnderAnInstrumentForAnotherClass_IsRefused() =>
        AssertRefused(
            "sign-off.instrument-not-for-class",
            "deputy",
            Question(Lent("i1", Delegate, DocumentClasses.Protocol))
        );

    [Fact]
    public void Deputy_UnderTheLeadsAuthority_WaitsUntilTheAskHasComeToTheLead()
    {
        SigningQuestion question = Question(Lent("i1", Lead, Class));

        AssertRefused("sign-off.wrong-level", "deputy", question);
        Assert.Equal("i1", Of("deputy", question with { Overdue = true }).Value.InstrumentId);
    }

    [Fact]
    public void Deputy_UnderABarredDelegatesAuthority_IsRefusedThoughTheAskWentToTheLead() =>
        AssertRefused(
            "sign-off.lender-barred",
            "deputy",
            Question(Lent("i1", Delegate, Class), authors: ["delegate"])
        );

    [Fact]
    public void Deputy_WhoIsAnAuthor_NeverSignsUnderAnyInstrument() =>
        AssertRefused(
            "sign-off.author-cannot-sign",
            "deputy",
            Question(Lent("i1", Delegate, Class), authors: ["deputy"])
        );

    [Fact]
    public void Deputy_WithoutAnInstrument_IsRefused() =>
        AssertRefused("sign-off.not-your-ask", "deputy", Question());

    [Theory]
    [InlineData(-30, -1, "sign-off.instrument-expired")]
    [InlineData(1, 30, "sign-off.instrument-not-yet-in-force")]
    public void Deputy_UnderAnInstrumentOutsideItsDates_IsRefused(int starts, int ends, string code)
    {
        DelegationInstrument instrument = Row(starts, ends);

        Assert.Equal(
            code,
            SigningAuthority.Of("deputy", Question(), Today, [instrument]).Refusal?.Code
        );
    }

    [Fact]
    public void Stranger_ToTheSeat_IsRefused() =>
        AssertRefused("sign-off.not-your-seat", "somebody", Question());

    [Fact]
    public void Seat_WithEverybodyBarredOrVacant_HasNobodyEligible()
    {
        Assert.Empty(SigningAuthority.Eligible(Question(authors: ["delegate", "lead"])));
        Assert.Empty(SigningAuthority.Eligible(Question(Seat(null, [], [Deputy]))));
        Assert.Empty(
            SigningAuthority.Eligible(
                Question(Lent("i1", Lead, Class), authors: ["delegate", "lead"])
            )
        );
    }

    [Fact]
    public void Seat_WhoseBarredLeadHasLentTheirAuthority_HasNobodyEligibleForALeadsClass() =>
        Assert.Empty(
            SigningAuthority.Eligible(
                Question(Lent("i1", Lead, DocumentClasses.Arrangements), authors: ["lead"]) with
                {
                    DocumentClass = DocumentClasses.Arrangements,
                    SignerLevel = Levels.Lead,
                    AskLevel = Levels.Lead,
                }
            )
        );

    [Fact]
    public void Answer_ForAnybody_AgreesWithTheListOfEligible()
    {
        foreach (SigningQuestion question in Combinations())
        {
            HashSet<string> eligible =
            [
                .. SigningAuthority.Eligible(question).Select(each => each.Person.PersonId),
            ];
            foreach (string person in new[] { "lead", "delegate", "deputy", "somebody" })
            {
                Assert.Equal(eligible.Contains(person), !Of(person, question).IsRefused);
                if (question.Authors.Contains(person) || question.Interested.Contains(person))
                {
                    Assert.DoesNotContain(person, eligible);
                }
            }
        }
    }

    private static IEnumerable<SigningQuestion> Combinations() =>
        from signer in new[] { Levels.Lead, Levels.Delegate }
        from ask in new[] { Levels.Lead, Levels.Delegate }
        from overdue in new[] { false, true }
        from author in new[] { "nobody", "lead", "delegate", "deputy" }
        from interested in new[] { "nobody", "lead", "delegate" }
        from seat in new[]
        {
            Seat(Lead, [Delegate], [Deputy]),
            Seat(null, [Delegate], [Deputy]),
            Seat(Lead, [], [Deputy]),
            Lent("i", Lead, Class),
            Lent("i", Delegate, Class),
        }
        select Question(seat, [author], [interested]) with
        {
            SignerLevel = signer,
            AskLevel = ask,
            Overdue = overdue,
        };

    private static void AssertRefused(string code, string person, SigningQuestion question)
    {
        Refusal? refusal = Of(person, question).Refusal;
        Assert.Equal(code, refusal?.Code);
        Assert.Equal(RefusalKind.Forbidden, refusal?.Kind);
    }

    private static Result<SigningCapacity> Of(string person, SigningQuestion question) =>
        SigningAuthority.Of(person, question, Today, []);

    private static SigningQuestion Question(
        SeatHolding? seat = null,
        string[]? authors = null,
        string[]? interested = null
    ) =>
        new(
            seat ?? Seat(Lead, [Delegate], [Deputy]),
            Class,
            Levels.Delegate,
            Levels.Delegate,
            Overdue: false,
            (authors ?? []).ToHashSet(StringComparer.Ordinal),
            (interested ?? []).ToHashSet(StringComparer.Ordinal)
        );

    private static SeatHolding Lent(string id, SeatPerson from, string documentClass) =>
        Seat(
            Lead,
            [Delegate],
            [Deputy],
            new InstrumentInForce(id, from, Deputy, [documentClass], Today, Today)
        );

    private static SeatHolding Seat(
        SeatPerson? lead,
        SeatPerson[] delegates,
        SeatPerson[] deputies,
        params InstrumentInForce[] instruments
    ) => new(Seats.Police, lead, delegates, deputies, instruments);

    private static SeatPerson Person(string id, string level) => new(id, id, level, "a-" + id);

    private static DelegationInstrument Row(int starts, int ends) =>
        new()
        {
            Id = "old",
            PartnershipId = "p",
            Seat = Seats.Police,
            FromPersonId = "delegate",
            ToPersonId = "deputy",
            Classes = [Class],
            Starts = Today.AddDays(starts),
            Ends = Today.AddDays(ends),
            GrantedBy = "lead",
            GrantedAt = new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        };
}
