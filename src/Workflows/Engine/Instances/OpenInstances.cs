using Governance.Contracts;
using Governance.Engine.Bookmarks;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Instances;

/// <summary>The instances that an act has locked and loaded: each once, whatever the act does to it.</summary>
internal sealed class OpenInstances
{
    private static readonly PreparedQuery<WorkflowBookmark> BookmarksOf = new(
        (db, id) =>
            db.Set<WorkflowBookmark>().AsTracking().Where(bookmark => bookmark.InstanceId == id)
    );

    private static readonly PreparedQuery<WorkflowTimer> TimersOf = new(
        (db, id) => db.Set<WorkflowTimer>().AsTracking().Where(timer => timer.InstanceId == id)
    );

    private readonly Dictionary<string, OpenInstance> _byId = [];

    /// <summary>What they have brought about in one another.</summary>
    public Turns Turns { get; } = new();

    public static OpenInstances Of(Act act)
    {
        OpenInstances? open = act.Kept<OpenInstances>();
        if (open is null)
        {
            act.Keep(open = new OpenInstances());
        }

        return open;
    }

    public OpenInstance? Find(string id) => _byId.GetValueOrDefault(id);

    public OpenInstance Add(OpenInstance instance) => _byId[instance.Row.Id] = instance;

    /// <summary>Locks an instance and loads it. Null when there is none.</summary>
    public async Task<OpenInstance?> LockAsync(Act act, DefinitionBook definitions, string id)
    {
        if (Find(id) is { } open)
        {
            return open;
        }

        WorkflowInstance? row = await act.LockAsync<WorkflowInstance>(id);
        return row is null ? null : await AddLockedAsync(act, definitions, row);
    }

    public async Task<OpenInstance> AddLockedAsync(
        Act act,
        DefinitionBook definitions,
        WorkflowInstance row
    )
    {
        WorkflowPlan plan = await definitions.PlanOfAsync(act.Db, row.DefinitionVersionId);
        OpenInstance instance = new(row, plan, StateJson.Read(row.State));

        // The rows are those of the state's waits and timers: where it has none there is nothing to ask for.
        if (instance.State.Waits.Count > 0)
        {
            instance.Bookmarks.AddRange(await BookmarksOf.ListAsync(act.Db, row.Id));
        }

        if (instance.State.Timers.Count > 0)
        {
            instance.Timers.AddRange(await TimersOf.ListAsync(act.Db, row.Id));
        }

        if (
            instance.State.Incidents.Count > 0
            || instance.Timers.Exists(t => t.ParkedAt is not null)
        )
        {
            instance.Incidents.AddRange(
                await act
                    .Db.Set<WorkflowIncident>()
                    .Where(incident => incident.InstanceId == row.Id && incident.ResolvedAt == null)
                    .OrderBy(incident => incident.Id)
                    .ToListAsync()
            );
        }

        instance.TakeTimers();
        return Add(instance);
    }
}

/// <summary>A locked instance with its plan, its state and its rows.</summary>
internal sealed class OpenInstance(WorkflowInstance row, WorkflowPlan plan, WorkflowState state)
{
    public WorkflowInstance Row { get; } = row;

    /// <summary>Of the version that it is pinned to; another once it is migrated.</summary>
    public WorkflowPlan Plan { get; set; } = plan;

    public WorkflowState State { get; set; } = state;

    public List<WorkflowBookmark> Bookmarks { get; } = [];

    public List<WorkflowTimer> Timers { get; } = [];

    /// <summary>Those that nobody has dealt with.</summary>
    public List<WorkflowIncident> Incidents { get; } = [];

    /// <summary>Why somebody cancels it, while they do.</summary>
    public string? CancelReason { get; set; }

    /// <summary>True while it runs: what an effect of its own tells it waits until it has come to rest.</summary>
    public bool IsRunning { get; set; }

    /// <summary>What effects of its own have told it, in order.</summary>
    public Queue<EngineStimulus.Occurred> ToldMeanwhile { get; } = [];

    /// <summary>False for one that is only prepared.</summary>
    public bool HasBegun => State.LastEntry > 0;

    /// <summary>Incidents that have their row already.</summary>
    public int IncidentsSaved { get; set; } = state.Incidents.Count;

    /// <summary>Whether the wait is still there: what was resumed before may have ended it.</summary>
    public bool Awaits(int wait) =>
        (IsRunning || State.SubStatus == WorkflowSubStatus.Suspended)
        && State.Waits.Exists(one => one.Id == wait && !State.IsHeld(one.Step));

    /// <summary>Why the wait takes nothing now though it is there: a fault holds it. Null when none does.</summary>
    public Refusal? HeldBy(int wait)
    {
        if (
            State.Waits.Find(one => one.Id == wait) is not { } held
            || State.SubStatus != WorkflowSubStatus.Faulted && !State.IsHeld(held.Step)
        )
        {
            return null;
        }

        StepState? failed = State.HoldingStep(held.Step);
        WorkflowIncident? incident =
            Incidents.Find(one => one.Timer is null && one.Step == failed?.Id)
            ?? Incidents.FirstOrDefault();
        return EngineRefusals.HeldByIncident(
            Row.Id,
            Plan.ById[failed?.ActivityId ?? incident?.ActivityId ?? held.ActivityId].Title,
            incident?.Id
        );
    }

    /// <summary>Timers that others have moved, and of which the history does not tell yet.</summary>
    public Dictionary<int, DateTime> MovedTimers { get; } = [];

    /// <summary>The rows tell when timers are due: they may have been moved since the state was saved.</summary>
    public void TakeTimers()
    {
        foreach (WorkflowTimer timer in Timers)
        {
            int at = State.Timers.FindIndex(one => one.Id == timer.Number);
            if (at >= 0 && Moments.WholeMilliseconds(State.Timers[at].Due) != timer.DueAt)
            {
                State.Timers[at] = State.Timers[at] with { Due = timer.DueAt };
                MovedTimers[timer.Number] = timer.DueAt;
            }
        }
    }
}
