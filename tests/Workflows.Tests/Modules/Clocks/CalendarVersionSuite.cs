using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Modules.Clocks;

/// <summary>A new calendar version from its proposal to everybody's notice, on every database.</summary>
public abstract class CalendarVersionSuite
{
    private const string Place = "westshire";

    private static readonly CalendarVersionBody Jubilee = new(
        [new(new(2027, 2, 4), "Jubilee")],
        "Proclamation"
    );

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Propose_ByABusinessUnit_WaitsForASecondPerson()
    {
        await using GovernanceStore store = await OpenStoreAsync();

        Result<CalendarVersionProposed> proposed = await ProposeAsync(store, "unit-one", Jubilee);
        Result<ApprovalAnswer> own = await DecideAsync(store, "unit-one", proposed.Value);

        Assert.Equal(2, proposed.Value.Version);
        Assert.Equal(RefusalKind.Forbidden, own.Refusal?.Kind);
        Assert.Equal(1, await CurrentVersionAsync(store));

        Result<ApprovalAnswer> second = await DecideAsync(store, "unit-two", proposed.Value);

        Assert.Null(second.Refusal);
        Assert.Equal(2, await CurrentVersionAsync(store));
    }

    [Theory]
    [InlineData("police-lead", RefusalKind.Forbidden)]
    [InlineData("nobody", RefusalKind.NotFound)]
    [InlineData("administrator", RefusalKind.Forbidden)]
    public async Task Propose_ByAnybodyElse_IsRefused(string person, RefusalKind kind)
    {
        await using GovernanceStore store = await OpenStoreAsync();

        Result<CalendarVersionProposed> proposed = await ProposeAsync(store, person, Jubilee);

        Assert.Equal(kind, proposed.Refusal?.Kind);
    }

    [Fact]
    public async Task Propose_UnknownCalendarOrBadDays_IsRefused()
    {
        await using GovernanceStore store = await OpenStoreAsync();
        ProposeCalendarVersion propose = store.Get<ProposeCalendarVersion>();

        Result<CalendarVersionProposed> unknown = await propose.HandleAsync(
            new ActCaller("unit-one"),
            "scotland",
            Jubilee
        );
        Result<CalendarVersionProposed> bad = await ProposeAsync(
            store,
            "unit-one",
            Jubilee with
            {
                Reason = "",
            }
        );

        Assert.Equal(RefusalKind.NotFound, unknown.Refusal?.Kind);
        Assert.Equal(["reason"], bad.Refusal!.Errors!.Keys);
    }

    [Fact]
    public async Task Decide_OvertakenByAnotherVersion_IsRefusedAndStillWaits()
    {
        await using GovernanceStore store = await OpenStoreAsync();
        Result<CalendarVersionProposed> one = await ProposeAsync(store, "unit-one", Jubilee);
        Result<CalendarVersionProposed> same = await ProposeAsync(store, "unit-one", Jubilee);
        await DecideAsync(store, "unit-two", one.Value);

        Result<ApprovalAnswer> overtaken = await DecideAsync(store, "unit-two", same.Value);

        Assert.Equal("calendar.proposal-overtaken", overtaken.Refusal?.Code);
        Assert.Equal(2, await CurrentVersionAsync(store));
    }

    [Fact]
    public async Task Rollout_MovedDeadlines_TellEverybodyAffectedOnceAndMoveTheirAsks()
    {
        await using GovernanceStore store = await OpenStoreAsync();
        await StartAsync(store, Seats.Police);
        await StartAsync(store, Seats.Police);
        await LoadAsync(store);

        await store.Get<CalendarRollouts>().RunPendingAsync();
        await store.Get<CalendarRollouts>().RunPendingAsync();

        using GovernanceDb db = store.Read();
        List<Notice> notices = await db.Set<Notice>()
            .Where(notice => notice.Kind == MovedDeadlines.NoticeKind)
            .ToListAsync();
        Assert.Equal(
            ["police-delegate", "police-lead", "unit-one", "unit-two"],
            notices.Select(notice => notice.PersonId).Order()
        );
        Assert.Contains(
            "was due Monday 8 February 2027 at 17:00, is now due Tuesday 9 February 2027 at 17:00",
            notices[0].Text,
            StringComparison.Ordinal
        );
        Assert.All(
            await db.Set<Ask>().ToListAsync(),
            ask => Assert.Equal(new DateTime(2027, 2, 9, 17, 0, 0, DateTimeKind.Utc), ask.DueAt)
        );
    }

    [Fact]
    public async Task Rollout_NothingMoves_TellsNobody()
    {
        await using GovernanceStore store = await OpenStoreAsync();
        await StartAsync(store, Seats.Police, days: 1);
        await LoadAsync(store);

        Assert.Equal(1, await store.Get<CalendarRollouts>().RunPendingAsync());

        using GovernanceDb db = store.Read();
        Assert.False(await db.Set<Notice>().AnyAsync(n => n.Kind == MovedDeadlines.NoticeKind));
    }

    [Theory]
    [InlineData("police-lead", true)]
    [InlineData("unit-one", true)]
    [InlineData("nobody", false)]
    public async Task GetClock_InItsPartnershipOrNot_IsShownOrUnknown(string person, bool shown)
    {
        await using GovernanceStore store = await OpenStoreAsync();
        string clock = await StartAsync(store, Seats.Police);

        Result<ClockReceipt> receipt = await store.Get<GetClock>().HandleAsync(person, clock);

        Assert.Equal(!shown, receipt.IsRefused);
        Assert.Equal(shown ? null : RefusalKind.NotFound, receipt.Refusal?.Kind);
        Assert.True(receipt.IsRefused || receipt.Value.WorkingDaysLeft == 5);
    }

    private async Task<GovernanceStore> OpenStoreAsync()
    {
        GovernanceStore store = Open(services =>
            services.AddCalendars().AddPartnerships().AddNotices().AddClocks()
        );
        EstablishPartnership establish = store.Get<EstablishPartnership>();
        Result<PartnershipLine> installation = await establish.HandleAsync(
            new(
                Partnership.Installation,
                "The installation",
                [Person("administrator")],
                [],
                [Holding("administrator", Roles.Administrator)]
            )
        );
        Result<PartnershipLine> westshire = await establish.HandleAsync(
            new(
                Place,
                "Westshire Safeguarding Children Partnership",
                [
                    Person("police-lead"),
                    Person("police-delegate"),
                    Person("council-lead"),
                    Person("unit-one"),
                    Person("unit-two"),
                    Person("nobody"),
                ],
                [],
                [
                    Seat("police-lead", Seats.Police, Levels.Lead),
                    Seat("police-delegate", Seats.Police, Levels.Delegate),
                    Seat("council-lead", Seats.LocalAuthority, Levels.Lead),
                    Holding("unit-one", Roles.BusinessUnit),
                    Holding("unit-two", Roles.BusinessUnit),
                ]
            )
        );
        Assert.Null(installation.Refusal);
        Assert.Null(westshire.Refusal);
        return store;
    }

    private static NewPerson Person(string id) =>
        new("tenant", "object-" + id, "The " + id, Id: id);

    private static AppointPersonBody Holding(string person, string role) =>
        new(person, role, null, null, null, null, new(2027, 1, 1), null);

    private static AppointPersonBody Seat(string person, string seat, string level) =>
        Holding(person, Roles.StatutoryPartner) with
        {
            Seat = seat,
            Level = level,
        };

    private static Task<Result<CalendarVersionProposed>> ProposeAsync(
        GovernanceStore store,
        string person,
        CalendarVersionBody body
    ) =>
        store
            .Get<ProposeCalendarVersion>()
            .HandleAsync(new ActCaller(person), CalendarIds.EnglandAndWales, body);

    private static Task<Result<ApprovalAnswer>> DecideAsync(
        GovernanceStore store,
        string person,
        CalendarVersionProposed proposed
    ) =>
        store
            .Get<DecideApproval>()
            .HandleAsync(
                new ActCaller(person),
                proposed.Approval,
                new DecideApprovalBody(true, null)
            );

    private static async Task LoadAsync(GovernanceStore store)
    {
        Result<CalendarVersionProposed> proposed = await ProposeAsync(store, "unit-one", Jubilee);
        Assert.Null((await DecideAsync(store, "unit-two", proposed.Value)).Refusal);
    }

    private static async Task<int> CurrentVersionAsync(GovernanceStore store)
    {
        using GovernanceDb db = store.Read();
        return (await CalendarBook.CurrentAsync(db, CalendarIds.EnglandAndWales)).Version;
    }

    /// <summary>A clock on a seat, with the ask that shows its deadline.</summary>
    private static async Task<string> StartAsync(GovernanceStore store, string seat, int days = 5)
    {
        SubjectRef subject = new("policy", "p1");
        Result<string> started = await store.Acts.RunAsync(
            new ActRequest<string>
            {
                Name = "test.start",
                Caller = ActCaller.Service("test"),
                Permission = Permission.Service,
                Locate = _ => Task.FromResult<ActPlace?>(new ActPlace(Place, subject)),
                Decide = async act =>
                {
                    Clock clock = await store
                        .Get<RunningClocks>()
                        .StartAsync(
                            act,
                            new ClockStart
                            {
                                SubjectType = subject.Type,
                                SubjectId = subject.Id,
                                Purpose = "signOff",
                                Title = "Sign-off of the thresholds document",
                                Seat = seat,
                                Limit = ClockLimit.WorkingDays(days),
                                ReceivedAt = act.Now,
                            }
                        );
                    await AskBook.OpenAsync(
                        act,
                        new AskDraft(
                            "sign",
                            subject,
                            "The thresholds document",
                            Seat: seat,
                            Level: Levels.Delegate,
                            DueAt: clock.DueAt,
                            ClockId: clock.Id
                        )
                    );
                    return clock.Id;
                },
            }
        );
        return started.Value;
    }
}

public sealed class CalendarVersionOnSqliteTests : CalendarVersionSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class CalendarVersionOnPostgresTests : CalendarVersionSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
