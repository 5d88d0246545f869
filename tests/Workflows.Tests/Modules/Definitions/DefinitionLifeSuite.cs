using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Modules.Definitions;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Modules.Definitions;

/// <summary>Definitions are written by the business unit and published by a second person's agreement, on every database.</summary>
public abstract class DefinitionLifeSuite
{
    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Publication_OfOnesOwn_WaitsForASecondPersonAndIsThenDoneInTheirAct()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        Result<DefinitionSaved> saved = await SaveAsync(
            world,
            Renamed("The life, revised"),
            publish: true
        );
        Assert.Null(saved.Refusal);
        Assert.Equal(0, await PublishedAsync(world));
        Assert.Contains("approval.opened", await world.NoticesAsync("police-lead"));

        Assert.Equal(
            "approval.own-proposal",
            (await DecideAsync(world, saved.Value.Approval!, "unit")).Refusal!.Code
        );
        Assert.Equal(
            "permission.approve",
            (await DecideAsync(world, saved.Value.Approval!, "scrutineer")).Refusal!.Code
        );
        Assert.Null((await DecideAsync(world, saved.Value.Approval!, "police-lead")).Refusal);

        Assert.Equal(1, await PublishedAsync(world));
        Assert.Contains("definition.published", await world.RecordAsync());
    }

    [Fact]
    public async Task Publication_OfADraftThatChangedMeanwhile_IsNotDone()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string approval = (await SaveAsync(world, Renamed("One"), publish: true)).Value.Approval!;

        // Proposing the same again is the same proposal; another text has to wait.
        Assert.Equal(
            approval,
            (await SaveAsync(world, Renamed("One"), publish: true)).Value.Approval
        );
        Assert.Equal(
            "definition.proposal-waits",
            (await SaveAsync(world, Renamed("Two"), publish: true)).Refusal!.Code
        );
        Assert.Null((await SaveAsync(world, Renamed("Two"))).Refusal);

        Assert.Equal(
            "definition.changed-since-proposed",
            (await DecideAsync(world, approval, "police-lead")).Refusal!.Code
        );
        Assert.Null((await DecideAsync(world, approval, "police-lead", approve: false)).Refusal);
        Assert.Equal(0, await PublishedAsync(world));
        Assert.NotNull((await SaveAsync(world, Renamed("Two"), publish: true)).Value.Approval);
    }

    [Fact]
    public async Task Proposal_Described_SaysWhichStepsAreNewGoneOrChanged()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        Assert.Null((await SaveAsync(world, Renamed("One"), publish: true)).Refusal);
        await DecideLastAsync(world);
        JsonObject definition = JsonNode.Parse(Renamed("One"))!.AsObject();
        JsonObject draft = definition["root"]!["activities"]!
            .AsArray()
            .Select(one => one!.AsObject())
            .Single(one => (string)one["id"]! == "Draft");
        draft["state"]!["expression"]!["value"] = "revision";
        draft["metadata"]!["designer"]!["position"]!["x"] = 1;
        string approval = (await SaveAsync(world, definition.ToJsonString(), publish: true))
            .Value
            .Approval!;

        await using GovernanceDb db = world.Store.Read();
        ApprovalDetail detail = (
            await world
                .Store.Get<ApprovalBook>()
                .FindAsync(db, approval, "police-lead", world.Clock.Now)
        ).Value;

        Assert.Contains(new ApprovalChange("Step Draft", "is changed"), detail.Changes);
        Assert.Single(
            detail.Changes,
            change => change.What.StartsWith("Step ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Retraction_OfTheFramework_IsRefusedAndOfOthersWaits()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        ProposePublication propose = world.Store.Get<ProposePublication>();
        ActCaller unit = new("unit");
        Assert.Equal(
            "definition.framework-stays",
            (await propose.RetractAsync(unit, PolicyWorld.Place, "policy")).Refusal!.Code
        );
        string own = (await SaveAsync(world, Own, definitionId: null, publish: true))
            .Value
            .DefinitionId;
        await DecideLastAsync(world);

        Assert.Equal(
            "invalid",
            (await propose.RetractAsync(unit, PolicyWorld.Place, own, new string('x', 2_001)))
                .Refusal!
                .Code
        );
        Result<DefinitionSaved> proposed = await propose.RetractAsync(
            unit,
            PolicyWorld.Place,
            own,
            "Nobody asks any more."
        );
        Assert.Equal(
            proposed.Value.Approval,
            Good(
                await propose.RetractAsync(unit, PolicyWorld.Place, own, "The same again.")
            ).Approval
        );
        await using (GovernanceDb db = world.Store.Read())
        {
            ApprovalDetail detail = Good(
                await world
                    .Store.Get<ApprovalBook>()
                    .FindAsync(db, proposed.Value.Approval!, "council-delegate", world.Clock.Now)
            );
            Assert.Contains(new ApprovalChange("Why", "Nobody asks any more."), detail.Changes);
        }

        Assert.Equal(1, await PublishedAsync(world, own));
        await DecideAsync(world, proposed.Value.Approval!, "council-delegate");

        Assert.Equal(0, await PublishedAsync(world, own));
        Assert.Contains("definition.retracted", await world.RecordAsync());
    }

    [Fact]
    public async Task Save_OfATextThatWasRead_WritesOverThatTextOnly_AndTellsWhoHasItOpenElsewhere()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        SaveDefinition save = world.Store.Get<SaveDefinition>();
        ActCaller unit = new("unit");
        DefinitionSaved first = (await SaveAsync(world, Own, definitionId: null)).Value;
        string read = await TextAsync(world, first.VersionId);

        DefinitionSaved second = (
            await save.HandleAsync(
                unit,
                PolicyWorld.Place,
                new DefinitionToSave(
                    first.DefinitionId,
                    read.Replace("\"name\":", "\"ours\":1,\"name\":", StringComparison.Ordinal),
                    SeenText: read
                )
            )
        ).Value;
        Assert.Equal(first.Version, second.Version);
        Assert.NotEqual(first.VersionId, second.VersionId);

        Result<DefinitionSaved> late = await save.HandleAsync(
            unit,
            PolicyWorld.Place,
            new DefinitionToSave(first.DefinitionId, read, SeenText: read)
        );
        Assert.Equal("workflow.definition-overtaken", late.Refusal!.Code);
        Result<DefinitionSaved> elsewhere = await save.HandleAsync(
            unit,
            PolicyWorld.Place,
            new DefinitionToSave(first.DefinitionId, read, SeenVersionId: first.VersionId)
        );
        Assert.Equal("workflow.definition-overtaken", elsewhere.Refusal!.Code);

        string now = await TextAsync(world, second.VersionId);
        Assert.Equal(
            second.VersionId,
            (
                await save.HandleAsync(
                    unit,
                    PolicyWorld.Place,
                    new DefinitionToSave(first.DefinitionId, now, SeenText: now)
                )
            )
                .Value
                .VersionId
        );
    }

    [Fact]
    public async Task Rehearsal_OfAChange_IsKeptWithTheHashOfTheTextThatWasPlayed()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        RehearseDefinition rehearse = world.Store.Get<RehearseDefinition>();
        await SaveAsync(world, Renamed("The life, revised"), definitionId: "policy");

        Assert.Equal(
            RefusalKind.Forbidden,
            (await rehearse.HandleAsync(new ActCaller("scrutineer"), PolicyWorld.Place, "policy"))
                .Refusal!
                .Kind
        );
        Assert.Equal(
            RefusalKind.NotFound,
            (await rehearse.HandleAsync(new ActCaller("unit"), PolicyWorld.Place, "none"))
                .Refusal!
                .Kind
        );
        Result<DefinitionRehearsed> kept = await rehearse.HandleAsync(
            new ActCaller("unit"),
            PolicyWorld.Place,
            "policy"
        );

        Assert.Null(kept.Refusal);
        await using GovernanceDb db = world.Store.Read();
        DefinitionRehearsed read = (
            await RehearseDefinition.ListAsync(db, PolicyWorld.Place, "policy")
        ).Single();
        DefinitionLine policy = (
            await DefinitionOverview.FindAsync(db, PolicyWorld.Place, "policy")
        )!;
        Assert.Equal((2, 1, policy.Latest.Hash), (read.Version, read.Against!.Value, read.Hash));
        Assert.Equal(kept.Value.Result.Cases.Count, read.Result.Cases.Count);
        Assert.Contains("definition.rehearse", await world.RecordAsync());
    }

    [Fact]
    public async Task Overview_SaysHowADefinitionStands_AndWhatWaits()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string approval = (await SaveAsync(world, Renamed("The life, revised"), publish: true))
            .Value
            .Approval!;

        await using GovernanceDb db = world.Store.Read();
        DefinitionLine mine = (await DefinitionOverview.FindAsync(db, PolicyWorld.Place, Mine))!;
        DefinitionLine policy = (
            await DefinitionOverview.FindAsync(db, PolicyWorld.Place, "policy")
        )!;

        Assert.Equal(
            (DefinitionStates.Draft, "The life, revised", false),
            (mine.State, mine.Name, mine.IsFramework)
        );
        Assert.Equal(
            (approval, 1, true),
            (mine.Waiting!.Approval, mine.Waiting.Version, mine.Waiting.IsCurrent)
        );
        Assert.Equal(
            (DefinitionStates.Published, 1, true),
            (policy.State, policy.Published!.Version, policy.IsFramework)
        );
        Assert.Null(await DefinitionOverview.FindAsync(db, "elsewhere", "policy"));
    }

    [Fact]
    public async Task Delete_OwnDraft_GoesAndWhatWaitsForApprovalStays()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        DeleteDefinition delete = world.Store.Get<DeleteDefinition>();
        ActCaller unit = new("unit");
        DefinitionSaved own = (await SaveAsync(world, Own, definitionId: null)).Value;

        Assert.Equal(
            RefusalKind.Forbidden,
            (await delete.HandleVersionAsync(new ActCaller("scrutineer"), own.VersionId))
                .Refusal!
                .Kind
        );
        Assert.Null((await delete.HandleVersionAsync(unit, own.VersionId)).Refusal);
        Assert.Equal(
            RefusalKind.NotFound,
            (await delete.HandleVersionAsync(unit, own.VersionId)).Refusal!.Kind
        );
        DefinitionSaved proposed = (
            await SaveAsync(world, Own, definitionId: null, publish: true)
        ).Value;
        Assert.Equal(
            "definition.proposal-waits",
            (await delete.HandleVersionAsync(unit, proposed.VersionId)).Refusal!.Code
        );
        await world.CreateAsync();
        Assert.Equal(
            RefusalKind.Conflict,
            (await delete.HandleAsync(unit, PolicyWorld.Place, "policy", null)).Refusal!.Kind
        );
    }

    /// <summary>A definition of the partnership's own, with the text of a policy's life.</summary>
    private const string Mine = "our-policy";

    private static readonly string Own = new JsonObject
    {
        ["name"] = "Our own",
        ["root"] = new JsonObject
        {
            ["id"] = "s",
            ["type"] = "Elsa.Sequence",
            ["activities"] = new JsonArray(),
        },
    }.ToJsonString();

    private static string Renamed(string name)
    {
        JsonObject definition = JsonNode.Parse(InstallPolicyFramework.ReadDefinition())!.AsObject();
        definition["name"] = name;
        definition["definitionId"] = Mine;
        return definition.ToJsonString();
    }

    private static Task<Result<DefinitionSaved>> SaveAsync(
        PolicyWorld world,
        string json,
        string? definitionId = Mine,
        bool publish = false
    ) =>
        world
            .Store.Get<SaveDefinition>()
            .HandleAsync(
                new ActCaller("unit"),
                PolicyWorld.Place,
                new DefinitionToSave(definitionId, json, Publish: publish)
            );

    private static Task<Result<ApprovalAnswer>> DecideAsync(
        PolicyWorld world,
        string approval,
        string by,
        bool approve = true
    ) =>
        world
            .Store.Get<DecideApproval>()
            .HandleAsync(new ActCaller(by), approval, new DecideApprovalBody(approve, "Read it"));

    private static async Task DecideLastAsync(PolicyWorld world)
    {
        await using GovernanceDb db = world.Store.Read();
        ApprovalAnswer waiting = Assert.Single(
            await world
                .Store.Get<ApprovalBook>()
                .WaitingForAsync(db, "police-lead", world.Clock.Now)
        );
        Assert.Null((await DecideAsync(world, waiting.Id, "police-lead")).Refusal);
    }

    private static async Task<string> TextAsync(PolicyWorld world, string versionId)
    {
        await using GovernanceDb db = world.Store.Read();
        return (await DefinitionOverview.TextAsync(db, PolicyWorld.Place, versionId))!;
    }

    private static async Task<int> PublishedAsync(PolicyWorld world, string definition = Mine)
    {
        await using GovernanceDb db = world.Store.Read();
        return (await DefinitionBook.FindPublishedAsync(db, PolicyWorld.Place, definition))?.Version
            ?? 0;
    }
}

public sealed class SqliteDefinitionLifeTests : DefinitionLifeSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgresDefinitionLifeTests : DefinitionLifeSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
