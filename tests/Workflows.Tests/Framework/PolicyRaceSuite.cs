using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Modules.SignOff;
using Governance.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Framework;

/// <summary>Acts at the same moment on one policy: the answer is that of one of the orders, never a mixture.</summary>
public abstract class PolicyRaceSuite
{
    private const int Races = 6;

    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task LastTwoSigners_AtTheSameMoment_PublishExactlyOnce()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        for (int race = 0; race < Races; race++)
        {
            PolicySaved created = (await world.CreateAsync()).Value;
            RoundAnswer round = await world.OpenRoundAsync(created.Id);
            await world.SignAsync(round, Seats.LocalAuthority, "council-delegate");

            Result<RoundAnswer>[] signed = await Task.WhenAll(
                Task.Run(() => world.SignAsync(round, Seats.Police, "police-delegate")),
                Task.Run(() => world.SignAsync(round, Seats.IntegratedCareBoard, "board-delegate"))
            );

            Assert.All(signed, answer => Assert.Null(answer.Refusal));
            Assert.Single(signed, answer => answer.Value.State == RoundStates.Published);
            RoundAnswer after = await world.RoundAsync(round.Id);
            Assert.Equal(3, after.Signatures.Count);
            Assert.Equal(PolicyStates.Published, (await world.PolicyAsync(created.Id)).State);
        }

        Assert.Equal(Races, (await world.RecordAsync()).Count(act => act == "policy.publish"));
        Assert.Equal(
            Races,
            (await world.NoticesAsync("scrutineer")).Count(kind => kind == "policy.published")
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task OneSeat_SignedTwiceAtTheSameMoment_HasOneSignature()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        for (int race = 0; race < Races; race++)
        {
            RoundAnswer round = await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);

            Result<RoundAnswer>[] signed = await Task.WhenAll(
                Task.Run(() => world.SignAsync(round, Seats.Police, "police-delegate")),
                Task.Run(() => world.SignAsync(round, Seats.Police, "police-delegate"))
            );

            Assert.Single(signed, answer => answer.Refusal is null);
            Assert.Single(signed, answer => answer.Refusal?.Code == "sign-off.already-signed");
            Assert.Single((await world.RoundAsync(round.Id)).Signatures);
        }
    }

    [Fact]
    public async Task LastSignatureAndAnEdit_AtTheSameMoment_NeverPublishTheEdit()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        for (int race = 0; race < Races; race++)
        {
            PolicySaved created = (await world.CreateAsync()).Value;
            RoundAnswer round = await world.OpenRoundAsync(created.Id);
            await world.SignAsync(round, Seats.LocalAuthority, "council-delegate");
            await world.SignAsync(round, Seats.IntegratedCareBoard, "board-delegate");

            await Task.WhenAll(
                Task.Run(() => world.SignAsync(round, Seats.Police, "police-delegate")),
                Task.Run(() => world.SaveAsync(created.Id, "unit", "Another text."))
            );

            PolicyAnswer policy = await world.PolicyAsync(created.Id);
            RoundAnswer after = await world.RoundAsync(round.Id);
            Assert.Contains(after.State, new[] { RoundStates.Published, RoundStates.Lapsed });
            Assert.Equal(
                after.State == RoundStates.Published ? created.Hash : null,
                policy.Published?.Hash
            );
        }

        await world.AssertReconciledAsync();
    }
}

public sealed class SqlitePolicyRaceTests : PolicyRaceSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlPolicyRaceTests : PolicyRaceSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
