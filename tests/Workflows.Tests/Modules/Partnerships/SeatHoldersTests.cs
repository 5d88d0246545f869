using Governance.Contracts;
using Governance.Modules.Partnerships;
using static Governance.Tests.Workflows.Modules.Partnerships.PeopleForTests;

namespace Governance.Tests.Workflows.Modules.Partnerships;

public sealed class SeatHoldersTests
{
    private static readonly Appointment[] _seat =
    [
        Partner("lead", Seats.Police, Levels.Lead),
        Partner("delegate", Seats.Police, Levels.Delegate),
        Partner("deputy", Seats.Police, Levels.Deputy),
    ];

    [Fact]
    public void Seats_AllThree_AreThereEvenVacant()
    {
        SeatHolders holders = Snapshot(Moment, _seat);

        Assert.Equal(Seats.All, holders.Seats.Select(s => s.Seat));
        Assert.Equal("lead", holders[Seats.Police].Lead!.PersonId);
        Assert.Equal("delegate", Assert.Single(holders[Seats.Police].Delegates).PersonId);
        Assert.Equal("deputy", Assert.Single(holders[Seats.Police].Deputies).PersonId);
        Assert.Null(holders[Seats.LocalAuthority].Lead);
    }

    [Theory]
    [InlineData("2027-06-09T22:59:59Z", false)] // the evening before, summer time
    [InlineData("2027-06-09T23:00:00Z", true)] // midnight in London begins the first day
    [InlineData("2027-06-20T22:59:59Z", true)] // the last second of the last day
    [InlineData("2027-06-20T23:00:00Z", false)]
    public void Instrument_BothDates_AreInclusiveInLondon(string moment, bool inForce)
    {
        DateTime at = DateTime.Parse(moment).ToUniversalTime();
        DelegationInstrument lent = Instrument(
            "delegate",
            "deputy",
            new(2027, 6, 10),
            new(2027, 6, 20)
        );

        Assert.Equal(inForce, Snapshot(at, _seat, lent)[Seats.Police].Instruments.Count == 1);
    }

    [Fact]
    public void Instrument_FromTheMomentOfRevocation_IsNotInForce()
    {
        DelegationInstrument lent = Instrument("delegate", "deputy", Today, Today);
        lent.RevokedFrom = Moment;

        Assert.Single(Snapshot(Moment.AddMilliseconds(-1), _seat, lent)[Seats.Police].Instruments);
        Assert.Empty(Snapshot(Moment, _seat, lent)[Seats.Police].Instruments);
    }

    [Theory]
    [InlineData("lead")]
    [InlineData("delegate")]
    [InlineData("deputy")]
    public void Instrument_WhenLenderOrBorrowerLeavesTheSeat_EndsWithThem(string leaver)
    {
        DelegationInstrument lent = Instrument("delegate", "deputy", Today, Today);
        Appointment[] left =
        [
            Partner("lead", Seats.Police, Levels.Lead),
            Partner("delegate", Seats.Police, Levels.Delegate),
            Partner("deputy", Seats.Police, Levels.Deputy),
        ];
        left.Single(a => a.PersonId == leaver).EndedOn = Today;

        int instruments = Snapshot(Moment, left, lent)[Seats.Police].Instruments.Count;

        // The lead granted it and stays accountable as a seat: a new lead finds it standing and may revoke it.
        Assert.Equal(leaver == "lead" ? 1 : 0, instruments);
    }

    [Fact]
    public void Instrument_OfADeputyWhoWasDelegateOnce_LendsNothing()
    {
        DelegationInstrument lent = Instrument("deputy", "delegate", Today, Today);

        Assert.Empty(Snapshot(Moment, _seat, lent)[Seats.Police].Instruments);
    }

    [Fact]
    public void Snapshot_OfOnePartnership_HoldsNothingOfAnother()
    {
        Appointment[] elsewhere = [Partner("lead", Seats.Police, Levels.Lead, place: "southshire")];

        Assert.Null(Snapshot(Moment, elsewhere)[Seats.Police].Lead);
    }

    [Fact]
    public void Appointment_FirstAndLastDay_AreHeld()
    {
        Appointment term = Partner("one", Seats.Police, Levels.Lead, Today, Today.AddDays(1));

        Assert.False(term.IsHeldOn(Today.AddDays(-1)));
        Assert.True(term.IsHeldOn(Today));
        Assert.True(term.IsHeldOn(Today.AddDays(1)));
        Assert.False(term.IsHeldOn(Today.AddDays(2)));
    }
}
