using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.SignOff;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Framework;

/// <summary>What time brings about while a text is to be signed or in force, also when no host ran for a while.</summary>
public abstract class RoundInTimeSuite
{
    private static readonly DateTime Saturday = new(2027, 2, 13, 10, 0, 0, DateTimeKind.Utc);

    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Reminders_WhoseDaysPassedWhileNoHostRan_GoOutOnceOnTheNextWorkingDay()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);

        await world.GoToAsync(Saturday);
        Assert.DoesNotContain("sign-off.reminder", await world.NoticesAsync("police-delegate"));
        await world.GoToAsync(new DateTime(2027, 2, 15, 9, 0, 0, DateTimeKind.Utc));

        Assert.Single(
            await world.NoticesAsync("police-delegate"),
            kind => kind == "sign-off.reminder"
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Reminders_FoundAfterTheLimit_AreNotSent()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);

        await world.GoToAsync(new DateTime(2027, 2, 16, 9, 0, 0, DateTimeKind.Utc));

        string[] told = await world.NoticesAsync("police-delegate");
        Assert.DoesNotContain("sign-off.reminder", told);
        Assert.Single(told, kind => kind == "sign-off.overdue");
    }

    [Fact]
    public async Task Term_EndingWhileTheRoundIsOpen_BringsTheAskToTheLeadOnce()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        await SeatUntilAsync(world, "school", new DateOnly(2027, 2, 5));
        await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);
        FollowTerms terms = world.Store.Get<FollowTerms>();
        Assert.Equal(["sign integratedCareBoard"], await world.TasksAsync("school"));
        Assert.Equal(0, await terms.RunAsync(world.Clock.Now));

        await world.GoToAsync(new DateTime(2027, 2, 6, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(1, await terms.RunAsync(world.Clock.Now));
        Assert.Equal(0, await terms.RunAsync(world.Clock.Now));

        Assert.Equal(["sign integratedCareBoard"], await world.TasksAsync("board-lead"));
        Assert.Single(
            await world.NoticesAsync("board-lead"),
            kind => kind == "sign-off.came-to-lead"
        );
        Assert.Single(await world.RecordAsync(), act => act == FollowTerms.ActName);
        await world.AssertReconciledAsync();
    }

    /// <summary>Puts somebody in the care board's delegate's place until a day.</summary>
    private static async Task SeatUntilAsync(PolicyWorld world, string person, DateOnly last)
    {
        await using GovernanceDb db = world.Store.Read();
        string before = await db.Set<Appointment>()
            .Where(each => each.PersonId == "board-delegate")
            .Select(each => each.Id)
            .SingleAsync();
        ActCaller unit = new("unit");
        Assert.Null(
            (
                await world
                    .Store.Get<EndAppointment>()
                    .HandleAsync(unit, before, new EndAppointmentBody("Moved on."))
            ).Refusal
        );
        AppointPersonBody body = new(
            person,
            Roles.StatutoryPartner,
            Seats.IntegratedCareBoard,
            Levels.Delegate,
            null,
            null,
            new DateOnly(2027, 2, 1),
            last
        );
        Assert.Null(
            (
                await world.Store.Get<AppointPerson>().HandleAsync(unit, PolicyWorld.Place, body)
            ).Refusal
        );
    }

    [Fact]
    public async Task Signature_WithdrawnAfterTheLimit_BringsTheAskToTheLead()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        RoundAnswer round = await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);
        await world.SignAsync(round, Seats.Police, "police-delegate");
        await world.GoToAsync(new DateTime(2027, 2, 15, 17, 0, 1, DateTimeKind.Utc));
        Assert.Empty(await world.TasksAsync("police-lead"));

        Result<RoundAnswer> withdrawn = await world
            .Store.Get<WithdrawSignature>()
            .HandleAsync(
                new ActCaller("police-delegate"),
                round.Id,
                new WithdrawSignatureBody(Seats.Police, "I read it again.")
            );

        Assert.Null(withdrawn.Refusal);
        Assert.Equal(["sign police"], await world.TasksAsync("police-lead"));
        Assert.Contains("sign-off.overdue", await world.NoticesAsync("police-lead"));
        await world.AssertReconciledAsync();
    }
}

public sealed class SqliteRoundInTimeTests : RoundInTimeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlRoundInTimeTests : RoundInTimeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
