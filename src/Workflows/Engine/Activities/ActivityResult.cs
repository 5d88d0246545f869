using System.Text.Json.Nodes;
using Governance.Engine.Definitions;

namespace Governance.Engine.Activities;

/// <summary>
/// What an activity answers: whether it goes on, completes or faults, and what it wants. Begin with <see cref="Keep"/>,
/// <see cref="Complete"/>, <see cref="Fault"/> or <see cref="FinishWorkflow"/> and add to it. Waits and timers that are already
/// there stay as they are unless the result changes them; all go when the step completes, faults for good or is cancelled.
/// </summary>
public sealed class ActivityResult
{
    /// <summary>The outcome of a step that names none.</summary>
    public const string Done = "Done";

    private static readonly string[] DoneOnly = [Done];

    private ActivityResult(Ending ending) => How = ending;

    internal enum Ending
    {
        Keep,
        Complete,
        Fault,
        FinishWorkflow,
    }

    internal Ending How { get; }

    internal IReadOnlyList<string> Outcomes { get; private init; } = DoneOnly;

    internal string? FaultMessage { get; private init; }

    internal FaultKind? FaultKind { get; private init; }

    internal List<WaitChange>? Waits { get; private set; }

    internal List<TimerChange>? Timers { get; private set; }

    internal List<WantedEffect>? Effects { get; private set; }

    internal List<ScheduledChild>? Scheduled { get; private set; }

    internal List<int>? CancelledChildren { get; private set; }

    internal List<KeyValuePair<string, JsonNode?>>? Outputs { get; private set; }

    internal List<KeyValuePair<string, JsonNode?>>? Variables { get; private set; }

    internal List<string>? Lines { get; private set; }

    internal List<PlannedActivity>? PassedOver { get; private set; }

    internal List<KeyValuePair<string, JsonNode?>>? WorkflowOutputs { get; private set; }

    internal string? CorrelationId { get; private set; }

    internal string? InstanceName { get; private set; }

    /// <summary>The step stays open and keeps its waits and timers.</summary>
    public static ActivityResult Keep() => new(Ending.Keep);

    /// <summary>The step is over, by these outcomes; none means <see cref="Done"/>.</summary>
    public static ActivityResult Complete(params IReadOnlyList<string> outcomes) =>
        new(Ending.Complete) { Outcomes = outcomes.Count == 0 ? DoneOnly : outcomes };

    /// <summary>The step has failed; the instance stops with an incident until somebody retries, skips or cancels.</summary>
    public static ActivityResult Fault(string message) =>
        new(Ending.Fault) { FaultMessage = message };

    /// <summary>The same, sorted as the definition says.</summary>
    internal static ActivityResult FaultOf(FaultKind kind, string message) =>
        new(Ending.Fault) { FaultMessage = message, FaultKind = kind };

    /// <summary>The step is over and with it the whole workflow: every other step is cancelled.</summary>
    public static ActivityResult FinishWorkflow() => new(Ending.FinishWorkflow);

    /// <summary>Waits for a stimulus under a key. It may come many times. Waiting twice for the same is waiting once.</summary>
    public ActivityResult Wait(string stimulus, string? key = null)
    {
        (Waits ??= []).Add(new WaitChange(stimulus, key ?? "", Stops: false));
        return this;
    }

    /// <summary>Stops waiting for a stimulus, under one key or under any.</summary>
    public ActivityResult StopWaiting(string stimulus, string? key = null)
    {
        (Waits ??= []).Add(new WaitChange(stimulus, key, Stops: true));
        return this;
    }

    /// <summary>
    /// Sets a timer of this step; one of the same name is replaced. With a <paramref name="key"/> (for example
    /// <c>clock:{id}:due</c>) others can move it while it runs.
    /// </summary>
    /// <param name="dueUtc">UTC; a moment that has passed is due at once.</param>
    public ActivityResult Timer(string name, DateTime dueUtc, string? key = null)
    {
        (Timers ??= []).Add(new TimerChange(name, dueUtc, key));
        return this;
    }

    public ActivityResult DropTimer(string name)
    {
        (Timers ??= []).Add(new TimerChange(name, null, null));
        return this;
    }

    /// <summary>
    /// Wants something done outside, in the same act and in order. The answer comes to <see cref="Activity.Answer"/> when the
    /// step is still open, with <paramref name="tag"/>.
    /// </summary>
    public ActivityResult Effect(string kind, JsonObject payload, string? tag = null)
    {
        (Effects ??= []).Add(new WantedEffect(kind, payload, tag));
        return this;
    }

    /// <summary>Starts an inner step, after everything that is scheduled already.</summary>
    public ActivityResult Schedule(PlannedActivity child) => Schedule(child, null);

    /// <summary>The same, with first values for variables that the child has (<see cref="Activity.VariablesOfInner"/>).</summary>
    internal ActivityResult Schedule(
        PlannedActivity child,
        Dictionary<string, JsonNode?>? variables
    )
    {
        (Scheduled ??= []).Add(new ScheduledChild(child, variables));
        return this;
    }

    /// <summary>Cancels a running or scheduled inner step.</summary>
    public ActivityResult CancelChild(int instance)
    {
        (CancelledChildren ??= []).Add(instance);
        return this;
    }

    /// <summary>Hands a value on, to later steps and to the variable that the definition binds it to.</summary>
    public ActivityResult Output(string name, JsonNode? value)
    {
        (Outputs ??= []).Add(new(name, value));
        return this;
    }

    /// <summary>Sets a variable, found by id or name in the nearest container that has it.</summary>
    public ActivityResult Variable(string idOrName, JsonNode? value)
    {
        (Variables ??= []).Add(new(idOrName, value));
        return this;
    }

    /// <summary>Sets an output of the workflow: what whoever waits for it is handed.</summary>
    internal ActivityResult WorkflowOutput(string name, JsonNode? value)
    {
        (WorkflowOutputs ??= []).Add(new(name, value));
        return this;
    }

    /// <summary>From now on the instance hears events under this correlation id, beside those under none.</summary>
    internal ActivityResult Correlate(string correlationId)
    {
        CorrelationId = correlationId;
        return this;
    }

    /// <summary>Names the instance, for lists.</summary>
    internal ActivityResult NameInstance(string name)
    {
        InstanceName = name;
        return this;
    }

    /// <summary>Notes that a step which some path had reached will not run in this round.</summary>
    internal ActivityResult PassOver(PlannedActivity step)
    {
        (PassedOver ??= []).Add(step);
        return this;
    }

    /// <summary>Leaves a line in the history; nothing about people.</summary>
    public ActivityResult Log(string line)
    {
        (Lines ??= []).Add(line);
        return this;
    }
}

internal sealed record ScheduledChild(
    PlannedActivity Child,
    Dictionary<string, JsonNode?>? Variables
);

/// <summary>How a definition sorts a fault that it raises itself.</summary>
internal sealed record FaultKind(string Code, string Category, string Type);

internal sealed record WaitChange(string Stimulus, string? Key, bool Stops);

internal sealed record TimerChange(string Name, DateTime? Due, string? Key);

internal sealed record WantedEffect(string Kind, JsonObject Payload, string? Tag);
