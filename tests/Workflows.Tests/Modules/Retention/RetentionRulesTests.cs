using FsCheck;
using FsCheck.Fluent;
using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.Retention;
using Governance.Storage;

namespace Governance.Tests.Workflows.Modules.Retention;

/// <summary>When something may be destroyed, and who may hold it back.</summary>
public sealed class RetentionRulesTests
{
    private static readonly RetentionRule Rule = RetentionSchedule.Shipped[0];

    [Fact]
    public void IsDue_WhateverTheDates_NeverUnderAHold_NeverWhileOpen_NeverBeforeWholeYears()
    {
        Gen<DateOnly> days = Gen.Choose(0, 40_000)
            .Select(day => new DateOnly(1980, 1, 1).AddDays(day));
        Gen<(RetentionRule Rule, RetentionFacts Facts, DateOnly Today, bool Held)> cases =
            from ended in days
            from last in days
            from today in days
            from years in Gen.Choose(1, 30)
            from starts in Gen.Elements("ended", "lastAct")
            from open in Gen.Elements(true, false, false, false)
            from held in Gen.Elements(true, false)
            select (
                Rule with
                {
                    Years = years,
                    Starts = starts,
                },
                new RetentionFacts(open ? null : ended, last),
                today,
                held
            );

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1_000),
            Prop.ForAll(
                cases.ToArbitrary(),
                one =>
                {
                    bool due = RetentionRules.IsDue(one.Rule, one.Facts, one.Held, one.Today);
                    DateOnly? start = one.Facts.EndedOn;
                    if (one.Rule.Starts == "lastAct" && one.Facts.LastActOn > start)
                    {
                        start = one.Facts.LastActOn;
                    }

                    // Counted the slow way: so many anniversaries have passed.
                    bool over = start is { } began && Birthdays(began, one.Today) >= one.Rule.Years;
                    return due == (!one.Held && over);
                }
            )
        );
    }

    [Theory]
    [InlineData("2024-02-29", 1, "2025-03-01")]
    [InlineData("2024-02-29", 4, "2028-02-29")]
    [InlineData("2027-02-28", 1, "2028-02-28")]
    [InlineData("2027-12-31", 10, "2037-12-31")]
    public void DueOn_LeapDays_WholeYearsHavePassed(string ended, int years, string due)
    {
        Assert.Equal(
            DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture),
            RetentionRules.DueOn(
                Rule with
                {
                    Years = years,
                },
                new RetentionFacts(
                    DateOnly.Parse(ended, System.Globalization.CultureInfo.InvariantCulture),
                    null
                )
            )
        );
    }

    [Fact]
    public void DueOn_KeptForEver_IsNever() =>
        Assert.Null(
            RetentionRules.DueOn(
                Rule with
                {
                    Years = null,
                },
                new RetentionFacts(new DateOnly(1990, 1, 1), null)
            )
        );

    [Fact]
    public void Covers_EachScope_BySubjectPartsActorsAndClass()
    {
        SubjectRef[] parts = [new("policy", "p1"), new("signOffRound", "r1")];
        HashSet<string> actors = ["somebody"];

        Assert.True(HoldRules.Covers(Hold("subject", "policy", "p1"), parts, actors));
        Assert.True(HoldRules.Covers(Hold("subject", "signOffRound", "r1"), parts, actors));
        Assert.False(HoldRules.Covers(Hold("subject", "policy", "p2"), parts, actors));
        Assert.True(HoldRules.Covers(Hold("class", "policy", null), parts, actors));
        Assert.False(HoldRules.Covers(Hold("class", "challenge", null), parts, actors));
        Assert.True(HoldRules.Covers(Hold("person", "person", "somebody"), parts, actors));
        Assert.False(HoldRules.Covers(Hold("person", "person", "else"), parts, actors));
        LegalHold lifted = Hold("class", "policy", null);
        lifted.LiftedAt = DateTime.UnixEpoch;
        Assert.False(HoldRules.Covers(lifted, parts, actors));
    }

    [Fact]
    public void Lift_ByAnotherSeat_NeedsASecondOne()
    {
        LegalHold hold = Hold("class", "policy", null);

        Assert.Equal(
            "hold.not-yours",
            HoldRules.Lift(hold, By(Roles.BusinessUnit), "Over.", At).Refusal!.Code
        );
        Assert.Equal(
            "hold.lead-or-delegate",
            HoldRules.Lift(hold, Seat(Seats.Police, Levels.Deputy), "Over.", At).Refusal!.Code
        );
        Assert.False(HoldRules.Lift(hold, Seat(Seats.Police, Levels.Lead), "Over.", At).Value);
        Assert.Equal(
            "hold.second-seat",
            HoldRules.Lift(hold, Seat(Seats.Police, Levels.Delegate), "Over.", At).Refusal!.Code
        );
        Assert.True(hold.Stands);
        Assert.True(
            HoldRules.Lift(hold, Seat(Seats.LocalAuthority, Levels.Delegate), "Over.", At).Value
        );
        Assert.False(hold.Stands);
        Assert.Equal(
            "hold.lifted",
            HoldRules.Lift(hold, By(Roles.Scrutineer), "Over.", At).Refusal!.Code
        );
    }

    [Fact]
    public void Lift_ByTheBodyThatPlacedIt_IsEnough()
    {
        LegalHold hold = Hold("class", "policy", null);

        Assert.True(HoldRules.Lift(hold, By(Roles.Scrutineer), "Over.", At).Value);
    }

    [Fact]
    public void Agree_ToAListWithAChallenge_NeedsSeatAndScrutiny()
    {
        Disposal disposal = Proposed(needsScrutiny: true);

        Assert.Null(DisposalRules.Agree(disposal, Seat(Seats.Police, Levels.Lead), At));
        Assert.False(DisposalRules.HasAllAgreed(disposal));
        Assert.Equal(
            "disposal.not-waiting",
            DisposalRules.Agree(disposal, Seat(Seats.LocalAuthority, Levels.Lead), At)!.Code
        );
        Assert.Null(DisposalRules.Agree(disposal, By(Roles.Scrutineer), At));
        Assert.True(DisposalRules.HasAllAgreed(disposal));
    }

    [Fact]
    public void Object_UntilTheWaitingTimeIsOver_EndsIt()
    {
        Disposal disposal = Proposed(needsScrutiny: false);
        Assert.Null(DisposalRules.Agree(disposal, Seat(Seats.Police, Levels.Lead), At));
        (disposal.State, disposal.WaitsUntil) = (DisposalStates.Approved, At.AddDays(14));

        Assert.False(DisposalRules.MayBeCarriedOut(disposal, At.AddDays(14)));
        Assert.True(DisposalRules.MayBeCarriedOut(disposal, At.AddDays(14).AddSeconds(1)));
        Assert.Equal(
            "disposal.too-late",
            DisposalRules
                .ObjectTo(
                    disposal,
                    Seat(Seats.Police, Levels.Deputy),
                    "Wait.",
                    At.AddDays(14).AddSeconds(1)
                )!
                .Code
        );
        Assert.Null(
            DisposalRules.ObjectTo(
                disposal,
                Seat(Seats.Police, Levels.Deputy),
                "Wait.",
                At.AddDays(14)
            )
        );
        Assert.False(DisposalRules.MayBeCarriedOut(disposal, At.AddDays(20)));
    }

    private static readonly DateTime At = new(2027, 2, 3, 9, 0, 0, DateTimeKind.Utc);

    private static int Birthdays(DateOnly from, DateOnly to)
    {
        int years = to.Year - from.Year;
        return (to.Month, to.Day).CompareTo((from.Month, from.Day)) < 0 ? years - 1 : years;
    }

    private static Disposal Proposed(bool needsScrutiny) =>
        new()
        {
            Id = "d",
            PartnershipId = "northshire",
            Reason = "Over.",
            State = DisposalStates.Proposed,
            ProposedBy = "unit",
            ProposedAt = At,
            NeedsScrutiny = needsScrutiny,
        };

    private static LegalHold Hold(string scope, string type, string? id) =>
        new()
        {
            Id = "h",
            PartnershipId = "northshire",
            Scope = scope,
            SubjectType = type,
            SubjectId = id,
            Reason = "An inquiry.",
            Reference = "INQ 1",
            PlacedBy = "scrutineer",
            PlacedFor = "scrutiny:northshire",
            PlacedAt = At,
        };

    private static Standing By(string role) =>
        new(
            "northshire",
            role,
            DateOnly.FromDateTime(At),
            [new HeldAppointment("a", "northshire", role, null, null, null, null)]
        );

    private static Standing Seat(string seat, string level) =>
        new(
            "northshire",
            seat + level,
            DateOnly.FromDateTime(At),
            [
                new HeldAppointment(
                    "a",
                    "northshire",
                    Roles.StatutoryPartner,
                    seat,
                    level,
                    null,
                    null
                ),
            ]
        );
}
