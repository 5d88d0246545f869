using Governance.Contracts;
using Governance.Engine.Definitions;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Engine;

/// <summary>The life of definition versions in rows, on every database.</summary>
public abstract class DefinitionSuite
{
    private static readonly string First = Flow.Chart(
        "a Event eventName=A\nw WriteLine text=first",
        "a>w"
    );
    private static readonly string Second = First.Replace(
        "first",
        "second",
        StringComparison.Ordinal
    );

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    private EngineWorld World() => new(Open);

    [Fact]
    public async Task SaveDraft_OfAPublishedDefinition_IsANewVersionThatNobodyRuns()
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(First);

        WorkflowDefinitionVersion draft = (await SaveAsync(world, Second)).Value;
        WorkflowDefinitionVersion again = (
            await SaveAsync(world, Second.Replace("second", "third", StringComparison.Ordinal))
        ).Value;
        string young = (await world.StartAsync()).Value;
        await world.SendAsync("Elsa.Event", "A");

        Assert.Equal((2, true), (draft.Version, draft.IsDraft));
        Assert.Equal(draft.Id, again.Id);
        Assert.Equal(["first"], await world.LinesAsync(id));
        Assert.Equal(["first"], await world.LinesAsync(young));
        Assert.Equal("1 published, 2 latest", await VersionsAsync(world));
    }

    [Fact]
    public async Task Publish_Draft_TakesThePlaceOfTheOneBeforeForNewInstancesOnly()
    {
        await using EngineWorld world = World();
        string old = await world.StartAsync(First);
        WorkflowDefinitionVersion draft = (await SaveAsync(world, Second)).Value;

        Assert.Null((await PublishAsync(world, draft.Id)).Refusal);
        string young = (await world.StartAsync()).Value;
        await world.SendAsync("Elsa.Event", "A");

        Assert.Equal(["first"], await world.LinesAsync(old));
        Assert.Equal(["second"], await world.LinesAsync(young));
        Assert.Equal("1, 2 published latest", await VersionsAsync(world));
        Assert.Equal(3, (await SaveAsync(world, First)).Value.Version);
    }

    [Fact]
    public async Task SaveDraft_WhatCannotBeDrawn_IsRefusedWithEveryUnknownTypeNamed()
    {
        await using EngineWorld world = World();

        Refusal refusal = (
            await SaveAsync(
                world,
                Flow.Chart("a Elsa.SendEmail\nb Elsa.HttpEndpoint\nc Elsa.If", "a>b, b>nowhere")
            )
        ).Refusal!;

        Assert.Equal("workflow.definition-cannot-be-saved", refusal.Code);
        Assert.Equal(["a", "b"], refusal.Errors!.Keys.Order());
        Assert.Contains("Elsa.SendEmail", refusal.Errors["a"][0], StringComparison.Ordinal);

        // What is not finished yet may be saved, and stands against publication with activity and property.
        WorkflowDefinitionVersion draft = (
            await SaveAsync(
                world,
                Flow.Chart("w WriteLine text== nothing(\nv SetVariable variable=none", "w>nowhere")
            )
        ).Value;
        Refusal cannot = (await PublishAsync(world, draft.Id)).Refusal!;
        Assert.Equal(["f", "w"], cannot.Errors!.Keys.Order());
        Assert.StartsWith("text: ", cannot.Errors["w"][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveDraft_StartedFromAVersionThatIsNotTheLatest_IsRefused()
    {
        await using EngineWorld world = World();
        WorkflowDefinitionVersion published = (await world.PublishAsync(First)).Value;
        WorkflowDefinitionVersion draft = (await SaveAsync(world, Second, published.Id)).Value;

        Assert.Equal(
            "workflow.definition-overtaken",
            (await SaveAsync(world, First, published.Id)).Refusal!.Code
        );
        Assert.Null((await SaveAsync(world, First, draft.Id)).Refusal);
    }

    [Fact]
    public async Task Retract_Published_StartsNothingNewAndWhatRunsGoesOn()
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(First);

        Assert.Null(
            (await world.ActAsync(act => DefinitionBook.RetractAsync(act, "test"))).Refusal
        );

        Assert.Equal("workflow.not-published", (await world.StartAsync()).Refusal!.Code);
        await world.SendAsync("Elsa.Event", "A");
        Assert.Equal(["first"], await world.LinesAsync(id));
        Assert.Equal(
            "workflow.not-published",
            (await world.ActAsync(act => DefinitionBook.RetractAsync(act, "test"))).Refusal!.Code
        );
    }

    [Fact]
    public async Task Revert_Version_IsItsTextAsANewDraft()
    {
        await using EngineWorld world = World();
        WorkflowDefinitionVersion first = (await world.PublishAsync(First)).Value;
        await world.PublishAsync(Second);

        WorkflowDefinitionVersion draft = (
            await world.ActAsync<WorkflowDefinitionVersion>(async act =>
                await DefinitionBook.RevertAsync(
                    act,
                    (await DefinitionBook.FindAsync(act.Db, first.Id))!
                )
            )
        ).Value;

        Assert.Equal((3, true, first.Hash), (draft.Version, draft.IsDraft, draft.Hash));
        Assert.Equal("1, 2 published, 3 latest", await VersionsAsync(world));
    }

    [Fact]
    public async Task Delete_OnlyWhatNeverRanAndIsNotPublished()
    {
        await using EngineWorld world = World();
        await world.StartAsync(First);
        WorkflowDefinitionVersion ran = (await LatestAsync(world))!;
        WorkflowDefinitionVersion published = (await world.PublishAsync(Second)).Value;
        WorkflowDefinitionVersion draft = (await SaveAsync(world, First)).Value;

        Assert.Equal(
            "workflow.definition-has-run",
            (await DeleteAsync(world, ran.Id)).Refusal!.Code
        );
        Assert.Equal(
            "workflow.definition-is-published",
            (await DeleteAsync(world, published.Id)).Refusal!.Code
        );
        Assert.Null((await DeleteAsync(world, draft.Id)).Refusal);
        Assert.Equal("1, 2 published latest", await VersionsAsync(world));
    }

    private static async Task<WorkflowDefinitionVersion?> LatestAsync(EngineWorld world)
    {
        await using GovernanceDb db = world.Store.Read();
        return await DefinitionBook.FindLatestAsync(db, EngineWorld.PartnershipId, "test");
    }

    private static async Task<string> VersionsAsync(EngineWorld world)
    {
        await using GovernanceDb db = world.Store.Read();
        return string.Join(
            ", ",
            (
                await db.Set<WorkflowDefinitionVersion>()
                    .OrderBy(version => version.Version)
                    .ToListAsync()
            ).Select(version =>
                version.Version
                + (version.IsPublished ? " published" : "")
                + (version.IsLatest ? " latest" : "")
            )
        );
    }

    private static Task<Result<WorkflowDefinitionVersion>> SaveAsync(
        EngineWorld world,
        string json,
        string? seen = null
    ) =>
        world.ActAsync(act =>
            world.Store.Get<DefinitionBook>().SaveDraftAsync(act, "test", json, seen)
        );

    private static Task<Result<WorkflowDefinitionVersion>> PublishAsync(
        EngineWorld world,
        string id
    ) =>
        world.ActAsync(async act =>
            await world
                .Store.Get<DefinitionBook>()
                .PublishVersionAsync(act, (await DefinitionBook.FindAsync(act.Db, id))!)
        );

    private static Task<Result<Done>> DeleteAsync(EngineWorld world, string id) =>
        world.ActAsync(async act =>
            await DefinitionBook.DeleteAsync(act, (await DefinitionBook.FindAsync(act.Db, id))!)
        );
}

public sealed class SqliteDefinitionTests : DefinitionSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgresDefinitionTests : DefinitionSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
