using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine;
using Governance.Engine.Activities;
using Governance.Engine.Bookmarks;
using Governance.Engine.Definitions;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Engine;

/// <summary>The engine on a database, with the probe and the handlers of its effects.</summary>
internal sealed class EngineWorld : IAsyncDisposable
{
    public const string PartnershipId = "mercia";

    public static readonly string Collecting = Flow.Chart(
        "c Test.Probe\nlate WriteLine text=late\nall WriteLine text=all",
        "c.All>all, c.Late>late"
    );

    public static readonly string TwoWaits = Flow.Chart(
        "s Start\na Event eventName=A\nb Event eventName=B\nz WriteLine text=z",
        "s>a, s>b, a>z, b>z"
    );

    private readonly GovernanceStore _store;

    public EngineWorld(Func<Action<IServiceCollection>, GovernanceStore> open) =>
        _store = open(services =>
        {
            services.AddEngine();
            services.AddSingleton<Activity>(Probe.Instance);
            foreach (string kind in new[] { "test.open", "test.remind", "test.lapse" })
            {
                services.AddSingleton<IEffectHandler>(new Handler(kind, this));
            }

            services.AddSingleton<IRecordActs>(new Entries(this));
        });

    public GovernanceStore Store => _store;

    public TestClock Clock => _store.Clock;

    public WorkflowRunner Runner => _store.Get<WorkflowRunner>();

    /// <summary>Effects in the order they were carried out, by kind; those of acts that were undone too.</summary>
    public ConcurrentQueue<string> Effects { get; } = [];

    /// <summary>Acts in the order they were recorded: name, and code of the refusal.</summary>
    public ConcurrentQueue<string> Recorded { get; } = [];

    public Func<string, Act, Result<JsonObject?>> Answer { get; set; } =
        (_, _) => (JsonObject?)null;

    public Task<Result<WorkflowDefinitionVersion>> PublishAsync(string json) =>
        ActAsync(act => _store.Get<DefinitionBook>().PublishAsync(act, json));

    public async Task<string> StartAsync(string json)
    {
        Assert.False((await PublishAsync(json)).IsRefused);
        return (await StartAsync()).Value;
    }

    public Task<Result<string>> StartAsync(JsonObject? inputs = null, string definition = "test") =>
        ActAsync(act =>
            Runner.StartAsync(act, new StartWorkflow(definition, "thing", "t1", inputs))
        );

    public Task<Result<int>> PublishEventAsync(
        string name,
        JsonNode? payload = null,
        string? correlationId = null
    ) =>
        ActAsync(act =>
            Runner.PublishAsync(
                act,
                new PublishedEvent(name, new SubjectRef("thing", "t1"), correlationId, payload)
            )
        );

    public Task<Result<Done>> CancelAsync(string instanceId) =>
        ActAsync(act => Runner.CancelAsync(act, instanceId, "test"));

    /// <summary>Every instance there is, oldest first.</summary>
    public async Task<List<WorkflowInstance>> InstancesAsync()
    {
        await using GovernanceDb db = _store.Read();
        return await db.Set<WorkflowInstance>().OrderBy(instance => instance.Id).ToListAsync();
    }

    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(string instanceId)
    {
        await using GovernanceDb db = _store.Read();
        return await InstanceBook.EntriesAsync(db, instanceId);
    }

    public async Task<WorkflowPlan> PlanOfAsync(WorkflowInstance instance)
    {
        await using GovernanceDb db = _store.Read();
        return await _store.Get<DefinitionBook>().PlanOfAsync(db, instance.DefinitionVersionId);
    }

    /// <summary>A stimulus that must be awaited, as a route sends it.</summary>
    public Task<Result<int>> SendAsync(string stimulus, string key, JsonNode? payload = null) =>
        ActAsync(async act =>
        {
            Result<int> resumed = await Runner.StimulateAsync(act, stimulus, key, payload);
            return resumed is { IsRefused: false, Value: 0 } ? EngineRefusals.NotAwaited : resumed;
        });

    public Task<int> RunDueAsync(DateTime? now = null)
    {
        Clock.Now = now ?? Clock.Now;
        return _store.Get<TimerRunner>().RunDueAsync(Clock.Now);
    }

    public Task<Result<T>> ActAsync<T>(
        Func<Act, Task<Result<T>>> decide,
        string partnershipId = PartnershipId
    ) =>
        _store.Acts.RunAsync(
            new ActRequest<T>
            {
                Name = "test.act",
                Caller = new ActCaller("p1"),
                Permission = Permission.Service,
                Locate = _ =>
                    Task.FromResult<ActPlace?>(new(partnershipId, new SubjectRef("thing", "t1"))),
                Decide = decide,
            }
        );

    public async Task<WorkflowInstance> InstanceAsync(string id)
    {
        await using GovernanceDb db = _store.Read();
        return await db.Set<WorkflowInstance>().SingleAsync(instance => instance.Id == id);
    }

    public async Task<List<WorkflowBookmark>> BookmarksAsync()
    {
        await using GovernanceDb db = _store.Read();
        return await db.Set<WorkflowBookmark>().OrderBy(one => one.Wait).ToListAsync();
    }

    public async Task<List<WorkflowTimer>> TimersAsync()
    {
        await using GovernanceDb db = _store.Read();
        return await db.Set<WorkflowTimer>().OrderBy(one => one.DueAt).ToListAsync();
    }

    public async Task<List<WorkflowIncident>> IncidentsAsync()
    {
        await using GovernanceDb db = _store.Read();
        return await db.Set<WorkflowIncident>().ToListAsync();
    }

    public async Task<List<string>> LinesAsync(string instanceId)
    {
        await using GovernanceDb db = _store.Read();
        return
        [
            .. (await InstanceBook.HistoryAsync(db, instanceId))
                .Where(step => step.Event == "Line")
                .Select(step => (string)step.Data!["text"]!),
        ];
    }

    /// <summary>What <c>reconcile</c> would report; it must always be nothing.</summary>
    public async Task AssertReconciledAsync() =>
        Assert.Empty(await _store.Get<Reconciliation>().RunAsync());

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private sealed class Handler(string kind, EngineWorld world) : IEffectHandler
    {
        public string Kind => kind;

        public Task<Result<JsonObject?>> HandleAsync(
            Act act,
            EffectContext context,
            JsonObject payload
        )
        {
            world.Effects.Enqueue(kind);
            return Task.FromResult(world.Answer(kind, act));
        }
    }

    private sealed class Entries(EngineWorld world) : IRecordActs
    {
        public Task AppendAsync(Act act, Refusal? refusal)
        {
            world.Recorded.Enqueue($"{act.Name} {refusal?.Code ?? "done"}");
            return Task.CompletedTask;
        }
    }
}
