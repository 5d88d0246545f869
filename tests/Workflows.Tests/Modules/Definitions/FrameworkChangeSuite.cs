using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Modules.Definitions;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Modules.Definitions;

/// <summary>The framework's own workflows change by the signatures of the three seats, and by nothing else (DOMAIN B9.5), on each database.</summary>
public abstract class FrameworkChangeSuite
{
    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Change_SignedByAllThree_IsInForceInTheActOfTheLastSignature()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        RoundAnswer round = await world.ProposeChangeAsync();

        Assert.Equal(1, await world.InForceAsync());
        FrameworkChangeAnswer asked = await world.ChangeAsync();
        Assert.Equal(
            ("open", 2, 1, true),
            (asked.Change.State, asked.Change.Version, asked.Before!.Value, asked.IsAsAsked)
        );
        Assert.Contains("was 10, and is now 5", Assert.Single(asked.Differences));
        Assert.Contains(
            asked.Outline,
            step => step.Title.Contains("signatures", StringComparison.Ordinal)
        );
        Assert.Equal(asked.Change.Hash, round.Hash);
        Assert.Contains("sign-off.opened", await world.NoticesAsync("police-delegate"));
        await world.AssertReconciledAsync();

        await world.SignAllAsync(round);

        Assert.Equal(2, await world.InForceAsync());
        Assert.Equal("published", (await world.ChangeAsync()).Change.State);
        Assert.Contains("definition.published", await world.RecordAsync());
        Assert.Contains("framework-change.published", await world.NoticesAsync("scrutineer"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Change_WhileItIsSigned_StandsStill_UntilItIsWithdrawn()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        RoundAnswer round = await world.ProposeChangeAsync();
        Good(await world.SignAsync(round, Seats.Police, "police-delegate"));

        // The same text again changes nothing, and proposed again it is the same proposal.
        Assert.Equal(
            round.Id,
            Good(
                await world.SaveFrameworkAsync(FrameworkChangeSteps.Policy(5), publish: true)
            ).Round
        );
        Assert.Equal(
            "definition.being-signed",
            CodeOf(await world.SaveFrameworkAsync(FrameworkChangeSteps.Policy(4)))
        );
        Assert.Equal(
            "definition.being-signed",
            CodeOf(
                await world
                    .Store.Get<RevertDefinition>()
                    .HandleAsync(new ActCaller("unit"), PolicyWorld.Place, "policy", 1)
            )
        );
        Assert.Equal(
            "permission.configure-definitions",
            CodeOf(await world.WithdrawChangeAsync("police-lead"))
        );
        Assert.Equal("invalid", CodeOf(await world.WithdrawChangeAsync(reason: " ")));

        Good(await world.WithdrawChangeAsync());

        Assert.Equal("ended", (await world.ChangeAsync()).Change.State);
        Assert.Equal("lapsed", (await world.RoundAsync(round.Id)).State);
        Assert.Equal("definition.not-being-signed", CodeOf(await world.WithdrawChangeAsync()));
        Good(await world.SaveFrameworkAsync(FrameworkChangeSteps.Policy(4)));
        Assert.Equal(1, await world.InForceAsync());
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Change_Rejected_IsNotInForce_AndCanBeProposedAgain()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        RoundAnswer round = await world.ProposeChangeAsync();
        Good(await world.RejectAsync(round, Seats.Police, "police-delegate"));

        Assert.Equal("ended", (await world.ChangeAsync()).Change.State);
        Assert.Equal(1, await world.InForceAsync());
        await world.AssertReconciledAsync();

        RoundAnswer again = await world.ProposeChangeAsync(7);
        Assert.NotEqual(round.Id, again.Id);
        await world.SignAllAsync(again);
        Assert.Equal(2, await world.InForceAsync());
    }

    [Fact]
    public async Task Change_OfHowTheFrameworkIsChanged_IsSignedInTheSameWay()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string json = FrameworkLintTests.Changed(
            definition => definition["description"] = "As it was, in other words.",
            FrameworkFiles.All["framework-change.json"]
        );
        string round = Good(await world.SaveFrameworkAsync(json, publish: true)).Round!;

        await world.SignAllAsync(await world.RoundAsync(round));

        Assert.Equal(2, await world.InForceAsync("framework-change"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Change_ThatWouldPublishUnsigned_IsRefusedByRule()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string json = FrameworkLintTests.Changed(
            definition => FrameworkLintTests.Lead(definition, "Start", "Done", "Publish"),
            FrameworkFiles.All["framework-change.json"]
        );

        Assert.Equal(
            "definition.publishes-unsigned",
            CodeOf(await world.SaveFrameworkAsync(json, publish: true))
        );
    }

    [Fact]
    public async Task Change_WhoseTextWasChangedInTheDatabase_IsNotInForce_AndRaisesTheAlarm()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        RoundAnswer round = await world.ProposeChangeAsync();
        await world
            .Store.Get<Upkeep>()
            .RunAsync(db =>
                db.Database.ExecuteSqlRawAsync(
                    "UPDATE \"WorkflowDefinitionVersion\" SET \"Json\" = REPLACE(\"Json\", 'Sign', 'sign') WHERE NOT \"IsPublished\""
                )
            );
        Assert.False((await world.ChangeAsync()).IsAsAsked);

        await world.SignAllAsync(round);

        Assert.Equal(1, await world.InForceAsync());
        Assert.NotNull((await world.RoundAsync(round.Id)).IntegrityAlarm);
        Assert.Contains("definition.integrity-alarm", await world.RecordAsync());
        Assert.Equal("ended", (await world.ChangeAsync()).Change.State);
        await world.AssertReconciledAsync();
    }
}

public sealed class SqliteFrameworkChangeTests : FrameworkChangeSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlFrameworkChangeTests : FrameworkChangeSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
