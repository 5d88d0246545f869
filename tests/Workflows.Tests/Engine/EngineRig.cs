using System.Text.Json.Nodes;
using Governance.Contracts.Instances;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;

namespace Governance.Tests.Workflows.Engine;

/// <summary>An instance without storage: stimuli in, state and history out; effects are answered by a function.</summary>
internal sealed class EngineRig
{
    public static readonly DateTime Start = new(2027, 2, 3, 9, 0, 0, DateTimeKind.Utc);

    public EngineRig(string json, params Activity[] further)
    {
        ActivityRegistry registry = new([.. EngineActivities.All, .. further]);
        Planning planning = new DefinitionPlanner(registry).Plan(json);
        Assert.Empty(planning.Errors);
        Plan = planning.Plan!;
    }

    public WorkflowPlan Plan { get; private set; }

    public DateTime Now { get; set; } = Start;

    public WorkflowState State { get; private set; } = new();

    public List<HistoryEntry> History { get; } = [];

    public List<EffectState> Effects { get; } = [];

    /// <summary>True: the state stays in memory from one stimulus to the next, as it never does on a host.</summary>
    public bool KeepsItsState { get; init; }

    public int StepLimit { get; init; } = WorkflowInterpreter.DefaultStepLimit;

    public Func<EffectState, JsonObject?> Answers { get; init; } = _ => null;

    public IEnumerable<string> Executed =>
        History.Where(entry => entry.Event == HistoryEvents.Completed).Select(Describe);

    public IEnumerable<string> Written =>
        History
            .Where(entry => entry.Event == HistoryEvents.Line)
            .Select(entry => (string)entry.Data!["text"]!);

    public EngineRig Begin(JsonObject? inputs = null, string? triggeredBy = null)
    {
        Run(new EngineStimulus.Begin("i1", "policy", "p1", inputs, triggeredBy));
        return this;
    }

    /// <summary>Sends an event to whoever waits for it, in the order they began to wait. Returns how many did.</summary>
    public int Send(string stimulus, string key, JsonNode? payload = null)
    {
        if (State.SubStatus != WorkflowSubStatus.Suspended)
        {
            return 0;
        }

        WaitState[] waits =
        [
            .. State.Waits.Where(w =>
                w.Stimulus == stimulus && w.Key == key && !State.IsHeld(w.Step)
            ),
        ];
        foreach (WaitState wait in waits.Where(wait => State.Waits.Contains(wait)))
        {
            Run(new EngineStimulus.Occurred(wait.Id, payload));
        }

        return waits.Length;
    }

    /// <param name="correlationId">Given: only an instance of that id hears it.</param>
    public int Event(string name, JsonNode? payload = null, string? correlationId = null) =>
        correlationId is null || correlationId == State.CorrelationId
            ? Send("Elsa.Event", name, payload)
            : 0;

    public void RunDue()
    {
        while (
            State.SubStatus == WorkflowSubStatus.Suspended
            && State
                .Timers.Where(timer => timer.Due <= Now && !State.IsHeld(timer.Step))
                .MinBy(timer => timer.Due)
                is { } due
        )
        {
            Run(new EngineStimulus.TimerDue(due.Id, due.Due));
        }
    }

    /// <summary>Retries the faulted run of an activity.</summary>
    public void Retry(string activityId) =>
        Run(new EngineStimulus.Retry(Faulted(activityId), "mended"));

    public void Skip(string activityId, string outcome) =>
        Run(new EngineStimulus.Skip(Faulted(activityId), outcome, "not needed"));

    /// <summary>Goes over to another definition as the runner does; or every obstacle, and nothing has changed.</summary>
    public IReadOnlyList<MigrationObstacle> Migrate(WorkflowPlan to)
    {
        HashSet<string> finished =
        [
            .. History
                .Where(entry => entry.Event is HistoryEvents.Completed or HistoryEvents.Skipped)
                .Select(entry => entry.ActivityId!),
        ];
        MigrationCheck check = new(Plan, to, State, finished, Now);
        IReadOnlyList<MigrationObstacle> obstacles = check.Obstacles();
        if (obstacles.Count == 0)
        {
            EngineStimulus.Migrate migrate = new(Plan, "v1", "v2", check.MovedTimers(), "test");
            Plan = to;
            Run(migrate);
        }

        return obstacles;
    }

    private int Faulted(string activityId) =>
        State
            .Steps.Single(step =>
                step.ActivityId == activityId && step.Status == StepStatus.Faulted
            )
            .Id;

    public void Cancel() => Run(new EngineStimulus.Cancel("test"));

    public void Run(EngineStimulus stimulus)
    {
        Take(
            stimulus is EngineStimulus.Begin begin
                ? WorkflowInterpreter.Begin(Plan, begin, Now, StepLimit)
                : WorkflowInterpreter.Run(Plan, State, stimulus, Now, StepLimit)
        );
        while (State.Effects.Count > 0 && State.SubStatus != WorkflowSubStatus.Faulted)
        {
            EffectState effect = State.Effects[0];
            Effects.Add(effect);
            Take(
                WorkflowInterpreter.Run(
                    Plan,
                    State,
                    new EngineStimulus.Answered(effect.Id, Answers(effect)),
                    Now,
                    StepLimit
                )
            );
        }
    }

    private void Take(Interpretation interpretation)
    {
        // Through its saved form each time, so that every test also tests that.
        State = KeepsItsState
            ? interpretation.State
            : StateJson.Read(StateJson.Write(interpretation.State));
        History.AddRange(interpretation.History);
    }

    private static string Describe(HistoryEntry entry) =>
        entry.Outcomes is [ActivityResult.Done] or null
            ? entry.ActivityId!
            : $"{entry.ActivityId}({string.Join(',', entry.Outcomes)})";
}
