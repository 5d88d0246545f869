using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine;
using Governance.Engine.Instances;
using Governance.Modules.Cases;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Modules.Cases;

/// <summary>What the business unit does to a policy's instance that cannot go on, on every database.</summary>
public abstract class CasesSuite
{
    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Skip_BrokenStep_LetsThePolicyLiveAndTheScrutineerSees()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        (string policy, string instance) = await BrokenAsync(world);
        SkipStep skip = world.Store.Get<SkipStep>();
        Assert.Equal("workflow.not-awaited", (await world.RequestAsync(policy)).Refusal!.Code);

        Assert.Equal(
            ["reason"],
            (await skip.HandleAsync(new ActCaller("unit"), instance, new(" ", null, null)))
                .Refusal!
                .Errors!
                .Keys
        );
        Assert.Equal(
            "permission.operate-instances",
            (await skip.HandleAsync(new ActCaller("scrutineer"), instance, new("x", null, null)))
                .Refusal!
                .Code
        );
        InstanceMended mended = (
            await skip.HandleAsync(
                new ActCaller("unit"),
                instance,
                new("The step was a mistake.", null, null)
            )
        ).Value;

        Assert.Equal("Suspended", mended.SubStatus);
        Assert.Single(mended.Incidents);
        Assert.Contains("instance.skipped", await world.NoticesAsync("scrutineer"));
        Assert.Contains("instance.skip", await world.RecordAsync());
        Assert.Null((await world.RequestAsync(policy)).Refusal);
        await using GovernanceDb db = world.Store.Read();
        InstanceIncident incident = Assert.Single(
            (
                await InstanceNames.FillAsync(db, (await InstanceBook.FindAsync(db, instance))!)
            ).Incidents
        );
        Assert.Equal(
            ("Broken", "The unit", "The step was a mistake."),
            (incident.Activity, incident.ResolvedBy!.Name, incident.Reason)
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Retry_BrokenStep_FailsAgainUntilItIsMended()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        (_, string instance) = await BrokenAsync(world);

        InstanceMended retried = (
            await world
                .Store.Get<RetryInstance>()
                .HandleAsync(new ActCaller("unit"), instance, new("Try", null))
        ).Value;

        Assert.Equal("Faulted", retried.SubStatus);
        Assert.Contains("instance.retried", await world.NoticesAsync("scrutineer"));
    }

    [Fact]
    public async Task Cancel_Instance_EndsItAndReconcileSaysWhatIsLeft()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string policy = (await world.CreateAsync()).Value.Id;
        string instance = (await world.PolicyAsync(policy)).Instance!;
        await world.OpenRoundAsync(policy);

        InstanceMended cancelled = (
            await world
                .Store.Get<CancelInstance>()
                .HandleAsync(new ActCaller("unit"), instance, new("Begun by mistake."))
        ).Value;

        Assert.Equal("Cancelled", cancelled.SubStatus);
        Assert.Contains("instance.cancelled", await world.NoticesAsync("scrutineer"));
        Assert.Contains(
            await world.Store.Get<Reconciliation>().RunAsync(),
            drift => drift.Code == "policy.instances"
        );
        Assert.Equal(
            "workflow.instance-over",
            (
                await world
                    .Store.Get<CancelInstance>()
                    .HandleAsync(new ActCaller("unit"), instance, new("Again."))
            )
                .Refusal!
                .Code
        );
    }

    [Fact]
    public async Task Request_WhileTheInstanceHasFailed_NamesTheIncidentAndCountsOnceAfterwards()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        (string policy, string instance) = await BrokenAsync(world, "Fork", "Withdrawal");

        Refusal held = (await world.RequestAsync(policy)).Refusal!;

        Assert.Equal(EngineRefusals.HeldByIncidentCode, held.Code);
        Assert.Contains("its step ‘Write line’ has failed", held.Message, StringComparison.Ordinal);
        Assert.Equal([instance], held.Errors!["instance"]);
        Assert.Equal("draft", (await world.PolicyAsync(policy)).State);
        InstanceMended mended = (
            await world
                .Store.Get<SkipStep>()
                .HandleAsync(
                    new ActCaller("unit"),
                    instance,
                    new("The step was a mistake.", null, Assert.Single(held.Errors["incident"]))
                )
        ).Value;
        Assert.Equal("Suspended", mended.SubStatus);
        Assert.Null((await world.RequestAsync(policy)).Refusal);
        Assert.Equal("sign-off.round-open", (await world.RequestAsync(policy)).Refusal!.Code);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Migration_OfOne_WaitsForASecondPersonAndMovesNoDeadline()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string policy = (await world.CreateAsync()).Value.Id;
        string instance = (await world.PolicyAsync(policy)).Instance!;
        var round = await world.OpenRoundAsync(policy);
        string[] told = await ToldAsync(world);
        Assert.Null(
            (
                await world.PublishDefinitionAsync(definition => definition["name"] = "Second")
            ).Refusal
        );
        MigrateInstances migrate = world.Store.Get<MigrateInstances>();
        ActCaller unit = new("unit");

        Assert.Equal(
            "permission.migrate-instances",
            (await migrate.ProposeAsync(new("scrutineer"), instance, new(2, "x"))).Refusal!.Code
        );
        Assert.Equal(
            "invalid",
            (await migrate.ProposeAsync(unit, instance, new(9, "x"))).Refusal!.Code
        );
        MigrationProposed proposed = (
            await migrate.ProposeAsync(unit, instance, new(2, "To run what we agreed."))
        ).Value;
        MigrationPreview preview = Assert.Single(proposed.Instances);
        Assert.True(preview.IsPossible);
        Assert.All(preview.Timers, timer => Assert.Equal(timer.Old, timer.New));
        Assert.Equal(1, await VersionAsync(world, instance));
        Assert.Equal(
            "approval.own-proposal",
            (await DecideAsync(world, proposed.Approval, "unit")).Refusal!.Code
        );
        Assert.Null((await DecideAsync(world, proposed.Approval, "council-lead")).Refusal);

        Assert.Equal(2, await VersionAsync(world, instance));
        Assert.Equal(told, await ToldAsync(world));
        Assert.Contains("instance.migrated", await world.RecordAsync());
        await world.SignAllAsync(round);
        Assert.Equal("published", (await world.PolicyAsync(policy)).State);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Migration_OfAVersion_MovesWhoCanAndSaysWhyOthersStay()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string drafted = (await world.CreateAsync()).Value.Id;
        string signing = (await world.CreateAsync()).Value.Id;
        await world.OpenRoundAsync(signing);
        Assert.Null(
            (
                await world.PublishDefinitionAsync(definition =>
                {
                    JsonNode collect = definition["root"]!["activities"]!
                        .AsArray()
                        .First(node => (string)node!["type"]! == "Governance.CollectSignatures")!;
                    Rename(definition, (string)collect["id"]!, "CollectAnew");
                })
            ).Refusal
        );

        MigrationProposed proposed = (
            await world
                .Store.Get<MigrateInstances>()
                .ProposeAllAsync(
                    new ActCaller("unit"),
                    PolicyWorld.Place,
                    "policy",
                    new(1, 2, "Agreed at the meeting.")
                )
        ).Value;
        Assert.Equal(
            [true, false],
            proposed.Instances.Select(one => one.IsPossible).OrderDescending()
        );
        Assert.Null((await DecideAsync(world, proposed.Approval, "council-lead")).Refusal);

        Assert.Equal(2, await VersionAsync(world, (await world.PolicyAsync(drafted)).Instance!));
        Assert.Equal(1, await VersionAsync(world, (await world.PolicyAsync(signing)).Instance!));
        string[] record = await world.RecordAsync();
        Assert.Contains("instance.migrated", record);
        Assert.Contains("instance.not-migrated", record);
        await using GovernanceDb db = world.Store.Read();
        ApprovalDetail report = (
            await world
                .Store.Get<ApprovalBook>()
                .FindAsync(db, proposed.Approval, "council-lead", world.Clock.Now)
        ).Value;
        Assert.Contains(report.Changes, change => change.Becomes == "runs version 2");
        Assert.Contains(
            report.Changes,
            change => change.Becomes.StartsWith("cannot: ", StringComparison.Ordinal)
        );
        await world.AssertReconciledAsync();
    }

    /// <summary>What a signer was told, but for the proposals that they could decide.</summary>
    private static async Task<string[]> ToldAsync(PolicyWorld world) =>
        [
            .. (await world.NoticesAsync("police-delegate")).Where(kind =>
                !kind.StartsWith("approval.", StringComparison.Ordinal)
            ),
        ];

    private static void Rename(JsonObject definition, string from, string to)
    {
        string text = definition["root"]!
            .ToJsonString()
            .Replace($"\"{from}\"", $"\"{to}\"", StringComparison.Ordinal);
        definition["root"] = JsonNode.Parse(text);
    }

    private static Task<Result<ApprovalAnswer>> DecideAsync(
        PolicyWorld world,
        string approval,
        string by
    ) =>
        world
            .Store.Get<DecideApproval>()
            .HandleAsync(new ActCaller(by), approval, new DecideApprovalBody(true, "Read it"));

    private static async Task<int> VersionAsync(PolicyWorld world, string instance)
    {
        await using GovernanceDb db = world.Store.Read();
        return (await InstanceBook.FindAsync(db, instance))!.Definition.Version;
    }

    /// <summary>A policy whose definition has a step that cannot run: its first, or the first behind another exit.</summary>
    private static async Task<(string Policy, string Instance)> BrokenAsync(
        PolicyWorld world,
        string after = "Start",
        string port = "Done"
    )
    {
        Result<string> published = await world.PublishDefinitionAsync(definition =>
        {
            JsonObject root = definition["root"]!.AsObject();
            root["activities"]!
                .AsArray()
                .Add(
                    new JsonObject
                    {
                        ["id"] = "Broken",
                        ["type"] = "Elsa.WriteLine",
                        ["text"] = new JsonObject
                        {
                            ["typeName"] = "String",
                            ["expression"] = new JsonObject
                            {
                                ["type"] = "Rule",
                                ["value"] = "1 / 0",
                            },
                        },
                    }
                );
            JsonObject first = root["connections"]!
                .AsArray()
                .Select(one => one!.AsObject())
                .Single(one =>
                    (string)one["source"]!["activity"]! == after
                    && (string)one["source"]!["port"]! == port
                );
            JsonObject second = first.DeepClone().AsObject();
            first["target"]!["activity"] = "Broken";
            second["source"]!["activity"] = "Broken";
            second["source"]!["port"] = "Done";
            root["connections"]!.AsArray().Add(second);
        });
        Assert.Null(published.Refusal);
        string policy = (await world.CreateAsync()).Value.Id;
        return (policy, (await world.PolicyAsync(policy)).Instance!);
    }
}

public sealed class SqliteCasesTests : CasesSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgresCasesTests : CasesSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
