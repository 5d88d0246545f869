using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Definitions;
using Governance.Engine.Instances;
using Governance.Engine.Linting;
using Governance.Engine.Timers;
using Governance.Modules;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Modules.Record;
using Governance.Modules.SignOff;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Governance.Tests.Workflows.Framework;

/// <summary>
/// One partnership with all its people and the framework as installed, on a database. A person's id says what they are, as
/// <c>police-lead</c>.
/// </summary>
internal sealed class PolicyWorld : IAsyncDisposable
{
    public const string Place = "northshire";

    private readonly string _folder;

    private PolicyWorld(GovernanceStore store, string folder)
    {
        Store = store;
        _folder = folder;
    }

    public GovernanceStore Store { get; }

    public TestClock Clock => Store.Clock;

    /// <param name="lints">False: definitions are published as before there was a linter.</param>
    /// <param name="agencies">How many relevant agencies there are: none, the schools, or a second one beside them.</param>
    public static async Task<PolicyWorld> OpenAsync(
        Func<Action<IServiceCollection>, GovernanceStore> open,
        int agencies = 1,
        bool lints = true
    )
    {
        string folder = Directory.CreateTempSubdirectory("governance-key-").FullName;
        PolicyWorld world = new(
            open(services =>
            {
                services.AddGovernanceModules(Path.Combine(folder, "key.pem"));
                if (!lints)
                {
                    services.RemoveAll<ILintRule>();
                }
            }),
            folder
        );
        Result<PartnershipLine> established = await world
            .Store.Get<EstablishPartnership>()
            .HandleAsync(WithAgencies(agencies));
        Assert.Null(established.Refusal);
        return world;
    }

    public Task<Result<PolicySaved>> CreateAsync(
        string by = "unit",
        string documentClass = DocumentClasses.Policy,
        string body = "# Purpose\n\nKeep children safe."
    ) =>
        Store
            .Get<CreatePolicy>()
            .HandleAsync(
                new ActCaller(by),
                Place,
                new CreatePolicyBody(documentClass, "Missing children", "What we do.", body)
            );

    public async Task<Result<PolicySaved>> SaveAsync(string policy, string by, string body) =>
        await Store
            .Get<SaveDraft>()
            .HandleAsync(
                new ActCaller(by),
                policy,
                new SaveDraftBody("Missing children", "What we do.", body),
                '"' + (await PolicyAsync(policy)).Tag + '"'
            );

    public async Task<RoundAnswer> OpenRoundAsync(string policy)
    {
        Result<SignOffRequested> asked = await RequestAsync(policy);
        Assert.Null(asked.Refusal);
        return asked.Value.Round!;
    }

    public Task<Result<SignOffRequested>> RequestAsync(string policy, string by = "unit") =>
        Store.Get<RequestSignOff>().HandleAsync(new ActCaller(by), policy);

    public Task<Result<RoundAnswer>> SignAsync(RoundAnswer round, string seat, string by) =>
        Store
            .Get<SignRound>()
            .HandleAsync(new ActCaller(by), round.Id, new SignRoundBody(seat, round.Hash));

    public Task<Result<RoundAnswer>> RejectAsync(
        RoundAnswer round,
        string seat,
        string by,
        string? reason = "Section two is wrong."
    ) =>
        Store
            .Get<RejectRound>()
            .HandleAsync(new ActCaller(by), round.Id, new RejectRoundBody(seat, reason));

    public async Task<RoundAnswer> SignAllAsync(RoundAnswer round)
    {
        Assert.Null((await SignAsync(round, Seats.LocalAuthority, "council-delegate")).Refusal);
        Assert.Null((await SignAsync(round, Seats.IntegratedCareBoard, "board-delegate")).Refusal);
        Result<RoundAnswer> last = await SignAsync(round, Seats.Police, "police-delegate");
        Assert.Null(last.Refusal);
        return last.Value;
    }

    public async Task<PolicyAnswer> PolicyAsync(string policy, string by = "unit")
    {
        await using GovernanceDb db = Store.Read();
        Result<PolicyAnswer> found = await PolicyBook.FindAsync(db, policy, by, Clock.Now);
        Assert.Null(found.Refusal);
        return found.Value;
    }

    public async Task<RoundAnswer> RoundAsync(string round)
    {
        await using GovernanceDb db = Store.Read();
        Result<RoundAnswer> found = await SignOffBook.FindAsync(db, round, "unit", Clock.Now);
        Assert.Null(found.Refusal);
        return found.Value;
    }

    /// <summary>Sets the clock and runs what is due by then.</summary>
    public async Task GoToAsync(DateTime moment)
    {
        Clock.Now = moment;
        await Store.Get<TimerRunner>().RunDueAsync(moment);
    }

    public async Task<string[]> TasksAsync(string person)
    {
        await using GovernanceDb db = Store.Read();
        return
        [
            .. (
                await Governance.Modules.Asks.AskBook.WaitingForAsync(db, person, Clock.Now)
            ).Value.Items.Select(task => task.Kind + " " + task.Seat),
        ];
    }

    public async Task<string[]> NoticesAsync(string person)
    {
        await using GovernanceDb db = Store.Read();
        return
        [
            .. (await NoticeBoard.OfPersonAsync(db, person, take: 200)).Value.Items.Select(notice =>
                notice.Kind
            ),
        ];
    }

    public async Task<string[]> RecordAsync()
    {
        await using GovernanceDb db = Store.Read();
        return
        [
            .. await db.Set<RecordEntry>()
                .Where(entry => entry.PartnershipId == Place)
                .OrderBy(entry => entry.Sequence)
                .Select(entry => entry.Act)
                .ToListAsync(),
        ];
    }

    public async Task AssertReconciledAsync() =>
        Assert.Empty(await Store.Get<Reconciliation>().RunAsync());

    /// <summary>Publishes a changed definition of the policy's life.</summary>
    public async Task<Result<string>> PublishDefinitionAsync(Action<JsonObject> change)
    {
        JsonObject definition = JsonNode.Parse(InstallPolicyFramework.ReadDefinition())!.AsObject();
        change(definition);
        return await ServiceAsync(
            new SubjectRef("definition", "policy"),
            async act =>
                (
                    await Store.Get<DefinitionBook>().PublishAsync(act, definition.ToJsonString())
                ).Then(version => version.Id)
        );
    }

    /// <summary>A bank holiday is proclaimed while clocks run, and has been followed everywhere.</summary>
    public async Task ProclaimAsync(DateOnly day)
    {
        Result<int> loaded = await ServiceAsync(
            new SubjectRef("calendar", CalendarIds.EnglandAndWales),
            async act =>
                (
                    await LoadCalendarVersion.LoadAsync(
                        act,
                        CalendarIds.EnglandAndWales,
                        new CalendarVersionBody([new(day, "Jubilee")], "Proclamation"),
                        "first person"
                    )
                ).Then(version => version.Version)
        );
        Assert.Null(loaded.Refusal);
        await Store.Get<CalendarRollouts>().RunPendingAsync();
    }

    /// <summary>Rows as they would be after years, written past every rule.</summary>
    public async Task SeedAsync(IEnumerable<object> rows) =>
        await Store
            .Get<Upkeep>()
            .RunAsync(async db =>
            {
                db.AddRange(rows);
                return await db.SaveChangesAsync();
            });

    private Task<Result<T>> ServiceAsync<T>(
        SubjectRef subject,
        Func<Act, Task<Result<T>>> decide
    ) =>
        Store.Acts.RunAsync(
            new ActRequest<T>
            {
                Name = "test.act",
                Caller = ActCaller.Service("test"),
                Permission = Permission.Service,
                Locate = async act =>
                    await act.LockAsync<Partnership>(Place) is null
                        ? null
                        : new ActPlace(Place, subject),
                Decide = decide,
            }
        );

    /// <summary>Changes rows behind the product's back.</summary>
    public async Task TamperAsync(FormattableString sql) =>
        await Store.Get<Upkeep>().RunAsync(db => db.Database.ExecuteSqlInterpolatedAsync(sql));

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static NewPartnership WithAgencies(int agencies) =>
        agencies switch
        {
            0 => Northshire with
            {
                Agencies = [],
                Appointments =
                [
                    .. Northshire.Appointments.Where(appointment => appointment.Agency is null),
                ],
            },
            1 => Northshire,
            _ => Northshire with
            {
                People =
                [
                    .. Northshire.People,
                    new NewPerson("tenant", "object-agency-2", "The second", Id: "agency-2-rep"),
                ],
                Agencies = [.. Northshire.Agencies, new NewAgency("agency-2", "Health together")],
                Appointments =
                [
                    .. Northshire.Appointments,
                    Role("agency-2-rep", Roles.AgencyRepresentative) with
                    {
                        Agency = "agency-2",
                    },
                ],
            },
        };

    private static NewPartnership Northshire { get; } =
        new(
            Place,
            "Northshire Safeguarding Children Partnership",
            [
                .. new[]
                {
                    "council-lead",
                    "council-delegate",
                    "council-deputy",
                    "board-lead",
                    "board-delegate",
                    "police-lead",
                    "police-delegate",
                    "police-deputy",
                    "unit",
                    "scrutineer",
                    "school",
                    "group-chair",
                    "inspector",
                    "practitioner",
                }.Select(id => new NewPerson("tenant", "object-" + id, "The " + id, Id: id)),
            ],
            [new NewAgency("schools", "Schools together")],
            [
                Seat("council-lead", Seats.LocalAuthority, Levels.Lead),
                Seat("council-delegate", Seats.LocalAuthority, Levels.Delegate),
                Seat("council-deputy", Seats.LocalAuthority, Levels.Deputy),
                Seat("board-lead", Seats.IntegratedCareBoard, Levels.Lead),
                Seat("board-delegate", Seats.IntegratedCareBoard, Levels.Delegate),
                Seat("police-lead", Seats.Police, Levels.Lead),
                Seat("police-delegate", Seats.Police, Levels.Delegate),
                Seat("police-deputy", Seats.Police, Levels.Deputy),
                Role("police-delegate", Roles.PartnershipChair),
                Role("unit", Roles.BusinessUnit),
                Role("scrutineer", Roles.Scrutineer),
                Role("inspector", Roles.Inspector),
                Role("practitioner", Roles.Practitioner),
                Role("school", Roles.AgencyRepresentative) with
                {
                    Agency = "schools",
                },
                Role("group-chair", Roles.GroupChair) with
                {
                    Group = "group-1",
                },
            ]
        );

    private static AppointPersonBody Role(string person, string role) =>
        new(person, role, null, null, null, null, new DateOnly(2027, 1, 1), null);

    private static AppointPersonBody Seat(string person, string seat, string level) =>
        Role(person, Roles.StatutoryPartner) with
        {
            Seat = seat,
            Level = level,
        };
}
