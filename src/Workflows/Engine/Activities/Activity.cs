using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;

namespace Governance.Engine.Activities;

/// <summary>
/// What a step of a workflow does: one stateless object per type, registered in its module. It is pure: it reads its
/// <see cref="ActivityContext"/> and answers with an <see cref="ActivityResult"/>; everything outside happens through effects,
/// whose answers come back to <see cref="Answer"/>. The same call with the same context gives the same result, because
/// histories are replayed. An exception becomes a saved fault of the instance, never a failed act.
/// </summary>
public abstract class Activity
{
    public abstract ActivityDescriptor Descriptor { get; }

    /// <summary>The step begins. A result that completes nothing and waits for nothing keeps the step open.</summary>
    public abstract ActivityResult Start(ActivityContext context);

    /// <summary>
    /// Something that this step waits for has happened. The wait stays (the same stimulus can come again) until the result
    /// stops it, or completes the step.
    /// </summary>
    public virtual ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        throw new ActivityFaultException(
            $"{Descriptor.TypeName} does not know the stimulus {stimulus.Name}."
        );

    /// <summary>A timer of this step is due. It fires once and is gone; the result may set it again.</summary>
    public virtual ActivityResult Due(ActivityContext context, DueTimer timer) =>
        throw new ActivityFaultException(
            $"{Descriptor.TypeName} does not know the timer {timer.Name}."
        );

    /// <summary>An effect of this step has been carried out, in the same act.</summary>
    public virtual ActivityResult Answer(ActivityContext context, EffectAnswer answer) =>
        ActivityResult.Keep();

    /// <summary>A step inside this one has completed (never called for one that was cancelled).</summary>
    public virtual ActivityResult ChildCompleted(ActivityContext context, CompletedChild child) =>
        throw new ActivityFaultException($"{Descriptor.TypeName} has no steps inside.");

    /// <summary>
    /// The step is cancelled: its waits, timers and inner steps are gone already. Only the effects of the result count (to
    /// lapse what the step had opened, for example); their answers go nowhere.
    /// </summary>
    public virtual ActivityResult Cancel(ActivityContext context) => ActivityResult.Keep();

    /// <summary>What is missing or wrong in how a definition uses this activity; each refuses its publication.</summary>
    public virtual IEnumerable<string> Check(PlannedActivity planned) => [];

    /// <summary>
    /// The outcomes that this step can have in this definition; the plan reports edges from any other port. Null when they
    /// are not known before it runs.
    /// </summary>
    public virtual IReadOnlyList<string>? OutcomesOf(PlannedActivity planned)
    {
        List<string> flows =
        [
            .. Descriptor.Ports.Where(port => port.Type == "Flow").Select(port => port.Name),
        ];
        return flows.Count > 0 ? flows
            : Descriptor.IsTerminal ? []
            : [ActivityResult.Done];
    }

    /// <summary>
    /// The outcomes by which this step makes the container that it ends leave, when it is terminal. Null when they are not known
    /// before it runs.
    /// </summary>
    internal virtual IReadOnlyList<string>? EndsContainerBy(PlannedActivity planned) =>
        [ActivityResult.Done];

    /// <summary>
    /// What a retry of a failed run of this step does. Usually what it failed at comes once more; true when it is to start again
    /// instead, with what it remembers, to look anew at what has happened meanwhile.
    /// </summary>
    internal virtual bool StartsAgainWhenRetried => false;

    /// <summary>Variables that each run of an embedded step has of its own, because this activity gives them.</summary>
    internal virtual IReadOnlyList<PlannedVariable> VariablesOfInner => [];

    /// <summary>True when runs of an inner step stand side by side, so that each keeps what its own steps handed on.</summary>
    internal virtual bool RunsInnerSideBySide => false;

    /// <summary>
    /// Brings what a run of this step remembers over to another version of its definition. Null when it can go on there; else why
    /// not.
    /// </summary>
    internal virtual string? MoveMemory(
        PlannedActivity before,
        PlannedActivity after,
        System.Text.Json.Nodes.JsonObject memory
    ) => null;

    /// <summary>
    /// When a timer of an open step is due under another version. A deadline that others keep (a clock's) stays as it is; so does
    /// whatever an activity does not say otherwise.
    /// </summary>
    internal virtual DateTime DueAfterMigration(
        ActivityContext before,
        ActivityContext after,
        DueTimer timer
    ) => timer.Planned;

    /// <summary>What this step waits for, wants and brings about in this definition, for the proofs before it is published.</summary>
    public virtual StepFacts FactsOf(PlannedActivity planned) => StepFacts.Plain;

    /// <summary>
    /// What this step does in this definition, in a sentence or two for a chair: who is asked for what, within which limit. No words of
    /// the engine.
    /// </summary>
    public virtual string Sentence(PlannedActivity planned) => Descriptor.Description;

    /// <summary>How this step goes on in a flowchart when several paths lead to it.</summary>
    internal virtual MergeKind MergeOf(PlannedActivity planned) => MergeKind.Active;

    /// <summary>The variable that this step sets, so that the plan can check that it exists.</summary>
    internal virtual string? SetsVariable(PlannedActivity planned) => null;

    /// <summary>The output of the workflow that this step sets, where the definition names it outright.</summary>
    internal virtual string? SetsOutput(PlannedActivity planned) => null;
}

/// <summary>What a step waited for, with whatever the act sent along.</summary>
public sealed record Stimulus(string Name, string? Key, System.Text.Json.Nodes.JsonNode? Payload);

/// <summary>A timer that has run out: its name and when it was due (UTC). The actual time is the context's.</summary>
public sealed record DueTimer(string Name, DateTime Planned);

/// <summary>The answer of an effect, with the tag that the activity gave it.</summary>
public sealed record EffectAnswer(
    string Kind,
    string? Tag,
    System.Text.Json.Nodes.JsonObject? Payload
);

/// <summary>An inner step that has completed, and the outcomes it had.</summary>
public sealed record CompletedChild(
    int Instance,
    PlannedActivity Planned,
    IReadOnlyList<string> Outcomes
);

/// <summary>A fault with a message meant for whoever mends the instance.</summary>
public sealed class ActivityFaultException(string message) : Exception(message);
