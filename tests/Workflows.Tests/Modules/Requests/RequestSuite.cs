using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Contracts.Instances;
using Governance.Contracts.Requests;
using Governance.Engine.Instances;
using Governance.Modules.Cases;
using Governance.Modules.Definitions;
using Governance.Modules.Partnerships;
using Governance.Modules.Requests;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Modules.Requests;

/// <summary>A workflow of the partnership's own is started, asks, and goes on by what is answered or by its limit, on each database.</summary>
public abstract class RequestSuite
{
    private static readonly ActCaller Unit = new("unit");

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Request_AnsweredByOneOfTheSeat_LetsTheWorkflowGoOnInTheSameAct()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        UndertakingStarted started = await StartAsync(world);
        WorkRequestAnswer asked = Assert.Single(
            await RequestsAsync(world, started, "police-deputy")
        );

        Assert.Equal(
            ("open", "police", "Audit of visits", true),
            (asked.State, asked.Whom, asked.About, asked.MayAnswer)
        );
        Assert.Contains("answerRequest police", await world.TasksAsync("police-deputy"));
        Assert.Contains("request.opened", await world.NoticesAsync("police-lead"));
        await world.AssertReconciledAsync();

        WorkRequestAnswer answered = Good(await AnswerAsync(world, asked.Id, "police-deputy"));

        Assert.Equal(
            ("done", "Forty cases were read.", false),
            (answered.State, answered.Text, answered.MayAnswer)
        );
        Assert.DoesNotContain("answerRequest police", await world.TasksAsync("police-deputy"));
        WorkRequestAnswer[] all = await RequestsAsync(world, started, "scrutineer");
        Assert.Equal(["police", Roles.Scrutineer], all.Select(each => each.Whom));
        Assert.Contains("request.answer", await world.RecordAsync());
        await world.AssertReconciledAsync();

        Good(await AnswerAsync(world, all[1].Id, "scrutineer"));
        Assert.Equal("Finished", (await InstanceAsync(world, started)).Status);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Request_Declined_NeedsAReasonAndLeadsItsOwnWay()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        UndertakingStarted started = await StartAsync(world);
        string asked = (await RequestsAsync(world, started, "unit")).Single().Id;

        Assert.Equal(
            "invalid",
            CodeOf(await AnswerAsync(world, asked, "police-lead", RequestStates.Declined, " "))
        );
        Good(
            await AnswerAsync(
                world,
                asked,
                "police-lead",
                RequestStates.Declined,
                "No data is kept."
            )
        );

        Assert.Equal("Finished", (await InstanceAsync(world, started)).Status);
        Assert.Single(await RequestsAsync(world, started, "unit"));
    }

    [Fact]
    public async Task Request_OfOthers_OrAnsweredBefore_IsRefused()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        UndertakingStarted started = await StartAsync(world);
        string asked = (await RequestsAsync(world, started, "unit")).Single().Id;

        Assert.Equal("request.not-asked", CodeOf(await AnswerAsync(world, asked, "council-lead")));
        Assert.Equal("request.not-asked", CodeOf(await AnswerAsync(world, asked, "unit")));
        Assert.Equal(
            "permission.answer-request",
            CodeOf(await AnswerAsync(world, asked, "school"))
        );
        Good(await AnswerAsync(world, asked, "police-lead"));
        Assert.Equal("request.over", CodeOf(await AnswerAsync(world, asked, "police-delegate")));
        Assert.Equal("not-found", CodeOf(await AnswerAsync(world, "none", "police-lead")));
    }

    [Fact]
    public async Task Request_WhoseLimitPasses_IsNoLongerAsked_AndTheWorkflowGoesOnWithoutAnAnswer()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        UndertakingStarted started = await StartAsync(world);
        WorkRequestAnswer asked = (await RequestsAsync(world, started, "unit")).Single();

        await world.GoToAsync(asked.Due.AddHours(-2));
        Assert.Contains("request.reminder", await world.NoticesAsync("police-delegate"));
        await world.GoToAsync(asked.Due.AddSeconds(1));

        WorkRequestAnswer[] all = await RequestsAsync(world, started, "unit");
        Assert.Equal(["late", "open"], all.Select(each => each.State));
        Assert.Equal("request.over", CodeOf(await AnswerAsync(world, asked.Id, "police-lead")));
        Assert.Contains("request.late", await world.NoticesAsync("unit"));
        Assert.Contains("request.limit-passed", await world.RecordAsync());
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Undertaking_Cancelled_AsksNobodyAnyMore()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        UndertakingStarted started = await StartAsync(world);

        Good(
            await world
                .Store.Get<CancelInstance>()
                .HandleAsync(
                    Unit,
                    started.Instance,
                    new CancelInstanceBody("It is done elsewhere.")
                )
        );

        Assert.Equal("cancelled", (await RequestsAsync(world, started, "unit")).Single().State);
        Assert.DoesNotContain("answerRequest police", await world.TasksAsync("police-lead"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Start_OfTheFrameworks_OfADraft_OrWithoutATitle_IsRefused()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        DefinitionSaved draft = Good(await SaveAsync(world, publish: false));

        Assert.Equal(
            "undertaking.framework-starts-itself",
            CodeOf(await BeginAsync(world, "policy", "A policy"))
        );
        Assert.Equal(
            "workflow.not-published",
            CodeOf(await BeginAsync(world, draft.DefinitionId, "Too early"))
        );
        Assert.Equal("invalid", CodeOf(await BeginAsync(world, draft.DefinitionId, " ")));
        Assert.Equal(
            "permission.start-undertaking",
            CodeOf(await BeginAsync(world, draft.DefinitionId, "Not mine", "police-lead"))
        );
    }

    private static Task<Result<WorkRequestAnswer>> AnswerAsync(
        PolicyWorld world,
        string request,
        string by,
        string outcome = RequestStates.Done,
        string? text = "Forty cases were read."
    ) =>
        world
            .Store.Get<AnswerRequest>()
            .HandleAsync(new ActCaller(by), request, new AnswerRequestBody(outcome, text));

    private static Task<Result<UndertakingStarted>> BeginAsync(
        PolicyWorld world,
        string definition,
        string title,
        string by = "unit"
    ) =>
        world
            .Store.Get<StartUndertaking>()
            .HandleAsync(
                new ActCaller(by),
                PolicyWorld.Place,
                new StartUndertakingBody(definition, title)
            );

    private static async Task<UndertakingStarted> StartAsync(PolicyWorld world)
    {
        DefinitionSaved saved = Good(await SaveAsync(world, publish: true));
        Good(
            await world
                .Store.Get<DecideApproval>()
                .HandleAsync(
                    new ActCaller("police-lead"),
                    saved.Approval!,
                    new DecideApprovalBody(true, "Read it")
                )
        );
        return Good(await BeginAsync(world, saved.DefinitionId, "Audit of visits"));
    }

    private static async Task<WorkRequestAnswer[]> RequestsAsync(
        PolicyWorld world,
        UndertakingStarted started,
        string person
    )
    {
        await using GovernanceDb db = world.Store.Read();
        return
        [
            .. await RequestBook.OfInstanceAsync(db, started.Instance, person, world.Clock.Now),
        ];
    }

    private static async Task<InstanceAnswer> InstanceAsync(
        PolicyWorld world,
        UndertakingStarted started
    )
    {
        await using GovernanceDb db = world.Store.Read();
        return (await InstanceBook.FindAsync(db, started.Instance))!;
    }

    private static Task<Result<DefinitionSaved>> SaveAsync(PolicyWorld world, bool publish) =>
        world
            .Store.Get<SaveDefinition>()
            .HandleAsync(
                Unit,
                PolicyWorld.Place,
                new DefinitionToSave(null, Audit.ToJsonString(), Publish: publish)
            );

    /// <summary>The police are asked; done and late lead to the scrutiny function, declined to the end.</summary>
    private static JsonObject Audit =>
        new()
        {
            ["name"] = "An audit",
            ["root"] = new JsonObject
            {
                ["id"] = "Flow",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray(
                    Step("Begin", "Elsa.Start"),
                    Ask("Read", Seats.Police, "Read forty cases", 10),
                    Ask("Look", Roles.Scrutineer, "Look at what was read", 5),
                    Step("Over", "Elsa.End")
                ),
                ["connections"] = new JsonArray(
                    Arrow("Begin", "Done", "Read"),
                    Arrow("Read", "Done", "Look"),
                    Arrow("Read", "Late", "Look"),
                    Arrow("Read", "Declined", "Over"),
                    Arrow("Look", "Done", "Over"),
                    Arrow("Look", "Declined", "Over"),
                    Arrow("Look", "Late", "Over")
                ),
            },
        };

    private static JsonObject Step(string id, string type) =>
        new()
        {
            ["id"] = id,
            ["type"] = type,
            ["version"] = 1,
        };

    private static JsonObject Ask(string id, string whom, string what, int days)
    {
        JsonObject step = Step(id, "Governance.AskForWork");
        step["whom"] = whom;
        step["what"] = what;
        step["workingDays"] = days;
        step["reminderWorkingDays"] = "1";
        return step;
    }

    private static JsonObject Arrow(string from, string port, string to) =>
        new()
        {
            ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        };
}

public sealed class SqliteRequestTests : RequestSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgresRequestTests : RequestSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
