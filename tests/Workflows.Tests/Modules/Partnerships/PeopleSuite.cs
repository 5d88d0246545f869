using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Modules.Partnerships.NorthshireForTests;

namespace Governance.Tests.Workflows.Modules.Partnerships;

/// <summary>The acts about people, on a database.</summary>
public abstract class PeopleSuite
{
    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Establishment_Again_IsRefusedAndChangesNothing()
    {
        await using GovernanceStore store = await OpenAsync();

        Result<PartnershipLine> again = await store
            .Get<EstablishPartnership>()
            .HandleAsync(Northshire);

        Assert.Equal(PartnershipsRefusals.PartnershipExists, again.Refusal);
        await using GovernanceDb db = store.Read();
        Assert.Equal(
            Northshire.Appointments.Count,
            await db.Set<Appointment>().CountAsync(a => a.PartnershipId == North)
        );
    }

    [Fact]
    public async Task Establishment_WithABrokenRule_LeavesNothing()
    {
        await using GovernanceStore store = await OpenAsync();
        NewPartnership broken = Southshire with
        {
            Id = "eastshire",
            Appointments =
            [
                Role("south-unit", Roles.Scrutineer),
                Role("south-unit", Roles.BusinessUnit),
            ],
        };

        Result<PartnershipLine> answer = await store
            .Get<EstablishPartnership>()
            .HandleAsync(broken);

        Assert.Equal(PartnershipsRefusals.ScrutineerIsIndependent, answer.Refusal);
        await using GovernanceDb db = store.Read();
        Assert.False(await db.Set<Partnership>().AnyAsync(p => p.Id == "eastshire"));
    }

    [Fact]
    public async Task Appointment_ByTheBusinessUnit_GivesStandingAndIsTold()
    {
        await using GovernanceStore store = await OpenAsync();

        AppointmentAnswer made = (
            await AppointAsync(store, "unit-one", Role("candidate", Roles.Inspector))
        ).Value;

        Assert.Equal(AppointmentStates.Active, made.State);
        Assert.Null(made.Approval);
        Assert.Equal("The candidate", made.Person.Name);
        Assert.NotNull((await PartnershipAsync(store, "candidate")).Value);
        Assert.Equal(["appointment.made"], await NoticesAsync(store, "candidate"));
    }

    [Fact]
    public async Task Appointment_BySomebodyWithoutTheRight_IsRefusedByName()
    {
        await using GovernanceStore store = await OpenAsync();

        Result<AppointmentAnswer> answer = await AppointAsync(
            store,
            "police-lead",
            Role("candidate", Roles.Inspector)
        );

        Assert.Equal("permission.appoint", answer.Refusal!.Code);
        Assert.Equal(RefusalKind.Forbidden, answer.Refusal.Kind);
    }

    [Fact]
    public async Task Scrutineer_Proposed_HoldsNothingUntilAnotherBodyApproves()
    {
        await using GovernanceStore store = await OpenAsync();

        AppointmentAnswer proposed = (
            await AppointAsync(store, "unit-one", Role("candidate", Roles.Scrutineer))
        ).Value;

        Assert.Equal(AppointmentStates.PendingApproval, proposed.State);
        Assert.Equal(Refusal.NotFound, (await PartnershipAsync(store, "candidate")).Refusal);
        Assert.Contains("approval.opened", await NoticesAsync(store, "council-lead"));
        Assert.Contains("approval.opened", await NoticesAsync(store, "board-lead"));
        Assert.Contains("approval.opened", await NoticesAsync(store, "police-lead"));

        Assert.Equal(
            PartnershipsRefusals.OwnProposal,
            (await DecideAsync(store, "unit-one", proposed.Approval!, true)).Refusal
        );
        Assert.Equal(
            PartnershipsRefusals.SameBody,
            (await DecideAsync(store, "unit-two", proposed.Approval!, true)).Refusal
        );
        Assert.Equal(
            Refusal.NotFound,
            (await DecideAsync(store, "south-lead", proposed.Approval!, true)).Refusal
        );

        ApprovalAnswer approved = (
            await DecideAsync(store, "board-delegate", proposed.Approval!, true)
        ).Value;

        Assert.Equal(ApprovalStates.Approved, approved.State);
        PartnershipAnswer seen = (await PartnershipAsync(store, "candidate")).Value;
        Assert.Equal(["candidate"], seen.ScrutinyFunction.Select(p => p.Id));
        Assert.Contains("appointment.made", await NoticesAsync(store, "candidate"));
        Assert.Contains("appointment.made", await NoticesAsync(store, "police-lead"));
        Assert.Equal(
            PartnershipsRefusals.ApprovalDecided,
            (await DecideAsync(store, "council-lead", proposed.Approval!, true)).Refusal
        );
    }

    [Fact]
    public async Task Scrutineer_Declined_NeverHoldsAnything()
    {
        await using GovernanceStore store = await OpenAsync();
        AppointmentAnswer proposed = (
            await AppointAsync(store, "unit-one", Role("candidate", Roles.Scrutineer))
        ).Value;

        Result<ApprovalAnswer> withoutReason = await store
            .Get<DecideApproval>()
            .HandleAsync(By("police-lead"), proposed.Approval!, new DecideApprovalBody(false, " "));
        await DecideAsync(store, "police-lead", proposed.Approval!, false);

        Assert.Equal(RefusalKind.Invalid, withoutReason.Refusal!.Kind);
        Assert.Equal(Refusal.NotFound, (await PartnershipAsync(store, "candidate")).Refusal);
        Assert.Equal(["approval.decided"], await NoticesAsync(store, "unit-one"));
        Assert.False(
            (await AppointAsync(store, "unit-one", Role("candidate", Roles.Scrutineer))).IsRefused
        );
    }

    [Fact]
    public async Task Scrutineer_Ended_HoldsOnUntilAnotherBodyApproves()
    {
        await using GovernanceStore store = await OpenAsync();
        AppointmentAnswer appointed = await ScrutineerAsync(store, "candidate");

        AppointmentAnswer ending = (await EndAsync(store, "unit-one", appointed.Id)).Value;
        Result<AppointmentAnswer> again = await EndAsync(store, "unit-two", appointed.Id);

        Assert.Equal(AppointmentStates.Active, ending.State);
        Assert.Equal(PartnershipsRefusals.EndPending, again.Refusal);
        Assert.False((await PartnershipAsync(store, "candidate")).IsRefused);

        await DecideAsync(store, "council-lead", ending.Approval!, true);

        Assert.Equal(Refusal.NotFound, (await PartnershipAsync(store, "candidate")).Refusal);
        VacancyAnswer vacancy = (await PartnershipAsync(store, "unit-one")).Value.Vacancies.Single(
            v => v.What == Roles.Scrutineer
        );
        Assert.Equal(London.DateOf(store.Clock.Now), vacancy.Since);
    }

    [Fact]
    public async Task Approvals_Waiting_AreListedForWhoMayDecideAndWhoProposed()
    {
        await using GovernanceStore store = await OpenAsync();
        await AppointAsync(store, "unit-one", Role("candidate", Roles.Scrutineer));

        Assert.True(Assert.Single(await ApprovalsAsync(store, "police-delegate")).MayDecide);
        Assert.False(Assert.Single(await ApprovalsAsync(store, "unit-one")).MayDecide);
        Assert.Empty(await ApprovalsAsync(store, "unit-two"));
        Assert.Empty(await ApprovalsAsync(store, "police-deputy"));
        Assert.Empty(await ApprovalsAsync(store, "south-lead"));
    }

    [Fact]
    public async Task Installation_SecondAdministrator_IsProposedByOneUnitAndApprovedByAnother()
    {
        await using GovernanceStore store = await OpenAsync();

        AppointmentAnswer proposed = (
            await store
                .Get<AppointPerson>()
                .HandleAsync(
                    By("unit-one"),
                    Partnership.Installation,
                    Role("candidate", Roles.Administrator)
                )
        ).Value;

        Assert.Equal(["approval.opened"], await NoticesAsync(store, "south-unit"));
        Assert.Equal(
            PartnershipsRefusals.SameBody,
            (await DecideAsync(store, "unit-two", proposed.Approval!, true)).Refusal
        );
        Assert.Equal(
            "permission.approve",
            (await DecideAsync(store, "administrator", proposed.Approval!, true)).Refusal!.Code
        );
        Assert.False((await DecideAsync(store, "south-unit", proposed.Approval!, true)).IsRefused);
        Assert.Equal(
            PartnershipsRefusals.AdministratorStandsAlone,
            (await AppointAsync(store, "unit-one", Role("candidate", Roles.Inspector))).Refusal
        );
    }

    [Fact]
    public async Task Appointment_Ended_TakesStandingAwayAtOnce()
    {
        await using GovernanceStore store = await OpenAsync();
        string id = await AppointmentIdAsync(store, "council-delegate");

        AppointmentAnswer ended = (await EndAsync(store, "unit-one", id)).Value;
        Result<AppointmentAnswer> again = await EndAsync(store, "unit-one", id);

        Assert.Equal(AppointmentStates.Ended, ended.State);
        Assert.Equal(PartnershipsRefusals.AppointmentOver, again.Refusal);
        Assert.Equal(Refusal.NotFound, (await PartnershipAsync(store, "council-delegate")).Refusal);
        PartnershipAnswer seen = (await PartnershipAsync(store, "unit-one")).Value;
        SeatAnswer council = seen.Seats.Single(s => s.Seat == Seats.LocalAuthority);
        Assert.Null(council.Delegate);
        Assert.Equal("council-lead", council.Holder!.Id);
        Assert.Contains(
            seen.Vacancies,
            v => v is { What: Levels.Delegate, Seat: Seats.LocalAuthority }
        );
    }

    [Fact]
    public async Task Seat_ManyLeadsAppointedAtOnce_GetsOne()
    {
        await using GovernanceStore store = await OpenAsync();
        await EndAsync(store, "unit-one", await AppointmentIdAsync(store, "council-lead"));
        List<AppointPersonBody> proposed = [];
        for (int i = 0; i < 8; i++)
        {
            NewPerson person = new("council", $"o{i}", $"Candidate {i}");
            string id = (await store.Get<RegisterPerson>().HandleAsync(person)).Value.Id;
            proposed.Add(
                Seat(id, Seats.LocalAuthority, Levels.Lead) with
                {
                    From = London.DateOf(store.Clock.Now),
                }
            );
        }

        Result<AppointmentAnswer>[] answers = await Task.WhenAll(
            proposed.Select(body => Task.Run(() => AppointAsync(store, "unit-one", body)))
        );

        Assert.Single(answers, a => !a.IsRefused);
        Assert.All(
            answers.Where(a => a.IsRefused),
            a => Assert.Equal(PartnershipsRefusals.SeatTaken, a.Refusal)
        );
    }

    [Fact]
    public async Task Administrator_AppointedElsewhereAtOnce_HoldsOneOfTheTwo()
    {
        await using GovernanceStore store = await OpenAsync();
        AppointPerson appoint = store.Get<AppointPerson>();
        for (int i = 0; i < 5; i++)
        {
            NewPerson person = new("council", $"o{i}", $"Candidate {i}");
            string id = (await store.Get<RegisterPerson>().HandleAsync(person)).Value.Id;
            (string By, string Place, string Role)[] wanted =
            [
                ("unit-one", North, Roles.Administrator),
                ("south-unit", South, Roles.Inspector),
                ("unit-two", Partnership.Installation, Roles.Administrator),
            ];

            Result<AppointmentAnswer>[] answers = await Task.WhenAll(
                wanted.Select(w =>
                    Task.Run(() => appoint.HandleAsync(By(w.By), w.Place, Role(id, w.Role)))
                )
            );

            string[] held =
            [
                .. wanted.Where((_, n) => !answers[n].IsRefused).Select(w => w.Role).Distinct(),
            ];
            Assert.Single(held);
        }
    }

    [Fact]
    public async Task Delegation_Granted_IsInForceAndRevokedFromItsMoment()
    {
        await using GovernanceStore store = await OpenAsync();
        DateOnly today = London.DateOf(store.Clock.Now);
        GrantDelegationBody body = Lending(today);

        Result<DelegationAnswer> byDelegate = await GrantAsync(store, "police-delegate", body);
        DelegationAnswer granted = (await GrantAsync(store, "police-lead", body)).Value;
        Result<DelegationAnswer> again = await GrantAsync(store, "police-lead", body);

        Assert.Equal(PartnershipsRefusals.NotTheLead, byDelegate.Refusal);
        Assert.Equal(PartnershipsRefusals.DelegationStanding, again.Refusal);
        Assert.Equal(["delegation.granted"], await NoticesAsync(store, "police-deputy"));
        await using (GovernanceDb db = store.Read())
        {
            SeatHolders holders = await SeatHolders.LoadAsync(db, North, today);
            InstrumentInForce lent = Assert.Single(holders[Seats.Police].Instruments);
            Assert.Equal(
                (granted.Id, "The police-delegate", "The police-deputy"),
                (lent.Id, lent.From.Name, lent.To.Name)
            );
            Assert.Equal([DocumentClasses.Policy, DocumentClasses.Protocol], lent.Classes);
            SeatHolders south = await SeatHolders.LoadAsync(db, South, today);
            Assert.Empty(south[Seats.Police].Instruments);
        }

        DateTime later = store.Clock.Now.AddHours(1);
        DelegationAnswer revoked = (
            await RevokeAsync(store, "police-lead", granted.Id, new("Back at work", later))
        ).Value;

        Assert.Equal(later, revoked.RevokedFrom);
        await using (GovernanceDb db = store.Read())
        {
            Assert.Single(
                (await SeatHolders.LoadAsync(db, North, later.AddTicks(-1)))[
                    Seats.Police
                ].Instruments
            );
            Assert.Empty((await SeatHolders.LoadAsync(db, North, later))[Seats.Police].Instruments);
            Assert.Empty((await SeatHolders.LoadAsync(db, North, today))[Seats.Police].Instruments);
        }
    }

    [Fact]
    public async Task Revocation_StillToCome_IsBroughtForwardAndNeverPutOff()
    {
        await using GovernanceStore store = await OpenAsync();
        DateTime tomorrow = store.Clock.Now.AddDays(1);
        string id = (
            await GrantAsync(store, "police-lead", Lending(London.DateOf(store.Clock.Now)))
        )
            .Value
            .Id;

        Result<DelegationAnswer>[] answers =
        [
            await RevokeAsync(store, "police-lead", id, new("Back soon", tomorrow)),
            await RevokeAsync(store, "police-lead", id, new("Later", tomorrow.AddDays(1))),
            await RevokeAsync(store, "police-lead", id, new("Back now", null)),
        ];

        Assert.Equal([null, RefusalKind.Invalid, null], answers.Select(a => a.Refusal?.Kind));
        Assert.Equal(store.Clock.Now, answers[2].Value.RevokedFrom);
    }

    [Fact]
    public async Task Listener_InTheAct_SeesWhatTheActHasChanged()
    {
        WhatAListenerSees seen = new();
        await using GovernanceStore store = Open(services =>
        {
            Register(services);
            services.AddSingleton<IOnPartnershipEvent>(seen);
        });
        await EstablishAsync(store);
        DateOnly today = London.DateOf(store.Clock.Now);

        await GrantAsync(store, "police-lead", Lending(today));
        await store
            .Get<DeclareInterest>()
            .HandleAsync(By("police-lead"), North, new(new("policy", "p1"), "Any", today, null));
        await EndAsync(store, "unit-one", await AppointmentIdAsync(store, "police-deputy"));

        Assert.Equal(
            [
                "1 lent, 0 barred, 1 deputies",
                "1 lent, 1 barred, 1 deputies",
                "0 lent, 1 barred, 0 deputies",
            ],
            seen.Lines
        );
    }

    [Fact]
    public async Task Delegation_Revoked_OnlyByItsSeatsLeadAndOnce()
    {
        await using GovernanceStore store = await OpenAsync();
        DelegationAnswer granted = (
            await GrantAsync(store, "police-lead", Lending(London.DateOf(store.Clock.Now)))
        ).Value;
        RevokeDelegationBody body = new("Back at work", null);

        Assert.Equal(
            PartnershipsRefusals.NotTheLead,
            (await RevokeAsync(store, "council-lead", granted.Id, body)).Refusal
        );
        Assert.Equal(
            RefusalKind.Invalid,
            (
                await RevokeAsync(
                    store,
                    "police-lead",
                    granted.Id,
                    body with
                    {
                        Effective = store.Clock.Now.AddMinutes(-1),
                    }
                )
            )
                .Refusal!
                .Kind
        );
        Assert.False((await RevokeAsync(store, "police-lead", granted.Id, body)).IsRefused);
        Assert.Equal(
            PartnershipsRefusals.DelegationOver,
            (await RevokeAsync(store, "police-lead", granted.Id, body)).Refusal
        );
    }

    [Fact]
    public async Task Interest_Declared_BarsThatPersonFromThatSubjectInItsPartnership()
    {
        await using GovernanceStore store = await OpenAsync();
        DateOnly today = London.DateOf(store.Clock.Now);

        Result<InterestAnswer> declared = await store
            .Get<DeclareInterest>()
            .HandleAsync(
                By("police-delegate"),
                North,
                new DeclareInterestBody(new("policy", "p1"), "Wrote the research", today, today)
            );

        Assert.False(declared.IsRefused);
        await using GovernanceDb db = store.Read();
        Assert.True(await BarsAsync(db, North, "police-delegate", "policy", "p1", today));
        Assert.False(await BarsAsync(db, South, "police-delegate", "policy", "p1", today));
        Assert.False(await BarsAsync(db, North, "police-lead", "policy", "p1", today));
        Assert.False(await BarsAsync(db, North, "police-delegate", "policy", "p2", today));
        Assert.False(await BarsAsync(db, North, "police-delegate", "group", "p1", today));
        Assert.False(
            await BarsAsync(db, North, "police-delegate", "policy", "p1", today.AddDays(1))
        );
    }

    [Fact]
    public async Task Stranger_ToAPartnership_IsToldOfNothingInIt()
    {
        await using GovernanceStore store = await OpenAsync();
        DateOnly today = London.DateOf(store.Clock.Now);
        DelegationAnswer lent = (await GrantAsync(store, "police-lead", Lending(today))).Value;
        string approval = (
            await AppointAsync(store, "unit-one", Role("candidate", Roles.Scrutineer))
        )
            .Value
            .Approval!;
        string held = await AppointmentIdAsync(store, "unit-two");
        DeclareInterestBody interest = new(new("policy", "p1"), "Any", today, null);

        Refusal?[] answers =
        [
            (await PartnershipAsync(store, "south-unit")).Refusal,
            (await AppointAsync(store, "south-unit", Role("nobody", Roles.Inspector))).Refusal,
            (await EndAsync(store, "south-unit", held)).Refusal,
            (await DecideAsync(store, "south-lead", approval, true)).Refusal,
            (await GrantAsync(store, "south-lead", Lending(today))).Refusal,
            (await RevokeAsync(store, "south-lead", lent.Id, new("Any", null))).Refusal,
            (
                await store.Get<DeclareInterest>().HandleAsync(By("south-lead"), North, interest)
            ).Refusal,
            (
                await store
                    .Get<DeclareInterest>()
                    .HandleAsync(By("south-lead"), "nowhere", interest)
            ).Refusal,
        ];

        Assert.All(answers, refusal => Assert.Equal(Refusal.NotFound, refusal));
        await using GovernanceDb db = store.Read();
        Assert.Equal(
            [South],
            (await PartnershipBook.OfPersonAsync(db, "south-unit", today)).Select(p => p.Id)
        );
        Assert.Equal(
            [North, South],
            (await PartnershipBook.OfPersonAsync(db, "police-lead", today)).Select(p => p.Id)
        );
    }

    [Fact]
    public async Task Person_FromAnotherTenant_IsAnotherPersonAndLabelsAreKeptUpToDate()
    {
        await using GovernanceStore store = await OpenAsync();
        RegisterPerson register = store.Get<RegisterPerson>();

        PersonLine first = (await register.HandleAsync(new("council", "o1", "First name"))).Value;
        PersonLine other = (await register.HandleAsync(new("police", "o1", "First name"))).Value;
        PersonLine renamed = (await register.HandleAsync(new("council", "o1", "Later name"))).Value;

        Assert.NotEqual(first.Id, other.Id);
        Assert.Equal(first with { Name = "Later name" }, renamed);
        await using GovernanceDb db = store.Read();
        Assert.Empty(
            (
                await PartnershipBook.MeAsync(db, first.Id, London.DateOf(store.Clock.Now))
            )!.Appointments
        );
    }

    [Fact]
    public async Task Person_SigningInTwiceAtOnce_IsRegisteredOnce()
    {
        await using GovernanceStore store = await OpenAsync();

        Result<PersonLine>[] answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(() =>
                        store.Get<RegisterPerson>().HandleAsync(new("council", "o1", "A name"))
                    )
                )
        );

        Assert.Single(answers.Select(a => a.Value.Id).Distinct());
    }

    private async Task<GovernanceStore> OpenAsync()
    {
        GovernanceStore store = Open(Register);
        await EstablishAsync(store);
        return store;
    }

    private static GrantDelegationBody Lending(DateOnly today) =>
        new(
            Seats.Police,
            "police-delegate",
            "police-deputy",
            [DocumentClasses.Policy, DocumentClasses.Protocol],
            today,
            today.AddDays(14),
            "Signed paper in the chief officer's file"
        );

    private static Task<Result<AppointmentAnswer>> AppointAsync(
        GovernanceStore store,
        string by,
        AppointPersonBody body
    ) => store.Get<AppointPerson>().HandleAsync(By(by), North, body);

    private static Task<Result<AppointmentAnswer>> EndAsync(
        GovernanceStore store,
        string by,
        string id
    ) => store.Get<EndAppointment>().HandleAsync(By(by), id, new("Moves to another post"));

    private static Task<Result<ApprovalAnswer>> DecideAsync(
        GovernanceStore store,
        string by,
        string id,
        bool approve
    ) => store.Get<DecideApproval>().HandleAsync(By(by), id, new(approve, "Considered"));

    private static Task<Result<DelegationAnswer>> GrantAsync(
        GovernanceStore store,
        string by,
        GrantDelegationBody body
    ) => store.Get<GrantDelegation>().HandleAsync(By(by), North, body);

    private static Task<Result<DelegationAnswer>> RevokeAsync(
        GovernanceStore store,
        string by,
        string id,
        RevokeDelegationBody body
    ) => store.Get<RevokeDelegation>().HandleAsync(By(by), id, body);

    private static async Task<AppointmentAnswer> ScrutineerAsync(
        GovernanceStore store,
        string person
    )
    {
        AppointmentAnswer proposed = (
            await AppointAsync(store, "unit-one", Role(person, Roles.Scrutineer))
        ).Value;
        Assert.False((await DecideAsync(store, "police-lead", proposed.Approval!, true)).IsRefused);
        return proposed;
    }

    private static async Task<Result<PartnershipAnswer>> PartnershipAsync(
        GovernanceStore store,
        string person
    )
    {
        await using GovernanceDb db = store.Read();
        return await PartnershipBook.FindAsync(db, North, person, store.Clock.Now);
    }

    private static async Task<IReadOnlyList<ApprovalAnswer>> ApprovalsAsync(
        GovernanceStore store,
        string person
    )
    {
        await using GovernanceDb db = store.Read();
        return await store.Get<ApprovalBook>().WaitingForAsync(db, person, store.Clock.Now);
    }

    private static async Task<IEnumerable<string>> NoticesAsync(
        GovernanceStore store,
        string person
    )
    {
        await using GovernanceDb db = store.Read();
        return (await NoticeBoard.OfPersonAsync(db, person)).Value.Items.Select(n => n.Kind);
    }

    private static async Task<string> AppointmentIdAsync(GovernanceStore store, string person)
    {
        await using GovernanceDb db = store.Read();
        return await db.Set<Appointment>()
            .Where(a => a.PartnershipId == North && a.PersonId == person)
            .Select(a => a.Id)
            .SingleAsync();
    }

    private static Task<bool> BarsAsync(
        GovernanceDb db,
        string partnership,
        string person,
        string type,
        string id,
        DateOnly on
    ) => Interests.BarsAsync(db, partnership, person, type, id, on);
}

internal sealed class WhatAListenerSees : IOnPartnershipEvent
{
    public List<string> Lines { get; } = [];

    public async Task HandleAsync(Act act, PartnershipEvent happened)
    {
        SeatHolders holders = await SeatHolders.LoadAsync(act.Db, act.PartnershipId, act.Now);
        IReadOnlySet<string> barred = await Interests.BarredAsync(
            act.Db,
            act.PartnershipId,
            "policy",
            "p1",
            London.DateOf(act.Now)
        );
        SeatHolding police = holders[Seats.Police];
        Lines.Add(
            $"{police.Instruments.Count} lent, {barred.Count} barred, {police.Deputies.Count} deputies"
        );
    }
}

public sealed class SqlitePeopleTests : PeopleSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlPeopleTests : PeopleSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
