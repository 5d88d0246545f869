using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.Record;
using Governance.Modules.SignOff;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Framework;

/// <summary>
/// Acts on a text meet acts on the people who sign it. The act on the text has decided and has not committed when the other
/// comes: the record must show an order in which both decisions are right.
/// </summary>
public abstract class HolderRaceSuite
{
    private const string Sign = "sign-off.sign";

    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Signature_MeetingTheRevocationOfItsInstrument_StandsBeforeItInTheRecord()
    {
        MeetingRecord meeting = new(Sign);
        await using PolicyWorld world = await OpenAsync(meeting);
        DelegationAnswer lent = (
            await world
                .Store.Get<GrantDelegation>()
                .HandleAsync(
                    new ActCaller("police-lead"),
                    PolicyWorld.Place,
                    new GrantDelegationBody(
                        Seats.Police,
                        "police-delegate",
                        "police-deputy",
                        [DocumentClasses.Policy],
                        new DateOnly(2027, 2, 1),
                        new DateOnly(2027, 2, 28),
                        null
                    )
                )
        ).Value;
        RoundAnswer round = await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);
        meeting.Rival = async () =>
            (
                await world
                    .Store.Get<RevokeDelegation>()
                    .HandleAsync(
                        new ActCaller("police-lead"),
                        lent.Id,
                        new RevokeDelegationBody("No longer needed.", null)
                    )
            ).Refusal;

        Result<RoundAnswer> signed = await world.SignAsync(round, Seats.Police, "police-deputy");

        Assert.Null(signed.Refusal);
        Assert.Null(await meeting.Met!);
        AssertOrder(await world.RecordAsync(), Sign, "delegation.revoke");
    }

    [Fact]
    public async Task Signature_MeetingTheEndOfTheSignersAppointment_StandsBeforeItInTheRecord()
    {
        MeetingRecord meeting = new(Sign);
        await using PolicyWorld world = await OpenAsync(meeting);
        RoundAnswer round = await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);
        meeting.Rival = () => EndAsync(world, "board-delegate");

        Result<RoundAnswer> signed = await world.SignAsync(
            round,
            Seats.IntegratedCareBoard,
            "board-delegate"
        );

        Assert.Null(signed.Refusal);
        Assert.Null(await meeting.Met!);
        AssertOrder(await world.RecordAsync(), Sign, "appointment.end");
    }

    [Fact]
    public async Task Round_OpenedWhileTheDelegateLeaves_IsAskedOfTheLead()
    {
        MeetingRecord meeting = new("policy.request-sign-off");
        await using PolicyWorld world = await OpenAsync(meeting);
        PolicySaved created = (await world.CreateAsync()).Value;
        meeting.Rival = () => EndAsync(world, "board-delegate");

        RoundAnswer round = await world.OpenRoundAsync(created.Id);

        Assert.Null(await meeting.Met!);
        Assert.Equal(RoundStates.Open, round.State);
        Assert.Equal(["sign integratedCareBoard"], await world.TasksAsync("board-lead"));
        Assert.Contains("sign-off.came-to-lead", await world.NoticesAsync("board-lead"));
    }

    private Task<PolicyWorld> OpenAsync(MeetingRecord meeting) =>
        PolicyWorld.OpenAsync(register =>
            Open(services =>
            {
                register(services);
                services.AddSingleton<IRecordActs>(meeting);
            })
        );

    private static async Task<Refusal?> EndAsync(PolicyWorld world, string person)
    {
        await using GovernanceDb db = world.Store.Read();
        string appointment = await db.Set<Appointment>()
            .Where(each => each.PersonId == person && each.Seat != null)
            .Select(each => each.Id)
            .SingleAsync();
        return (
            await world
                .Store.Get<EndAppointment>()
                .HandleAsync(
                    new ActCaller("unit"),
                    appointment,
                    new EndAppointmentBody("Moved on.")
                )
        ).Refusal;
    }

    private static void AssertOrder(string[] record, string first, string second) =>
        Assert.True(Array.IndexOf(record, first) < Array.IndexOf(record, second));

    /// <summary>
    /// Lets a rival act come between an act's decision and its commit, until it has committed itself or waits for a lock.
    /// </summary>
    private sealed class MeetingRecord(string act) : IRecordActs
    {
        private readonly RecordActs _record = new();

        public Func<Task<Refusal?>>? Rival { get; set; }

        public Task<Refusal?>? Met { get; private set; }

        public async Task AppendAsync(Act under, Refusal? refusal)
        {
            if (under.Name == act && Rival is not null && Met is null)
            {
                Met = Task.Run(Rival);

                // One writer alone needs no lock: the rival waits for its turn.
                while (
                    under.Db.LocksRows && !Met.IsCompleted && !await SomebodyWaitsAsync(under.Db)
                )
                {
                    await Task.Yield();
                }
            }

            await _record.AppendAsync(under, refusal);
        }

        private static async Task<bool> SomebodyWaitsAsync(GovernanceDb db) =>
            (
                await db
                    .Database.SqlQueryRaw<int>(
                        "SELECT count(*)::int AS \"Value\" FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))"
                    )
                    .ToListAsync()
            ).Single() > 0;
    }
}

public sealed class SqliteHolderRaceTests : HolderRaceSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlHolderRaceTests : HolderRaceSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
