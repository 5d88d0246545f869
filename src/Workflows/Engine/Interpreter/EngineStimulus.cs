using System.Text.Json.Nodes;

namespace Governance.Engine.Interpreter;

/// <summary>What moves an instance on.</summary>
public abstract record EngineStimulus
{
    /// <summary>The instance begins.</summary>
    /// <param name="TriggeredBy">The id of the activity whose stimulus started the workflow, if one did.</param>
    /// <param name="Payload">What came with that stimulus.</param>
    public sealed record Begin(
        string InstanceId,
        string SubjectType,
        string SubjectId,
        JsonObject? Inputs,
        string? TriggeredBy = null,
        JsonNode? Payload = null,
        string? CorrelationId = null
    ) : EngineStimulus;

    /// <summary>What a wait is for has happened.</summary>
    public sealed record Occurred(int Wait, JsonNode? Payload) : EngineStimulus;

    /// <summary>It has happened while a fault held the wait. Nothing comes of it but that the history says so.</summary>
    public sealed record Missed(int Wait, JsonNode? Payload) : EngineStimulus;

    /// <summary>A timer is due.</summary>
    public sealed record TimerDue(int Timer, DateTime Planned) : EngineStimulus;

    /// <summary>The first wanted effect has been carried out.</summary>
    public sealed record Answered(int Effect, JsonObject? Payload) : EngineStimulus;

    /// <summary>Somebody cancels the instance.</summary>
    public sealed record Cancel(string Reason) : EngineStimulus;

    /// <summary>Somebody lets a faulted step do once more what it failed at.</summary>
    public sealed record Retry(int Step, string Reason) : EngineStimulus;

    /// <summary>
    /// Somebody moves the instance to another version of its definition, with whose plan the run is made. Nothing starts, ends or
    /// is wanted by it.
    /// </summary>
    /// <param name="From">The plan of the version that it leaves.</param>
    /// <param name="Timers">New moments of timers, by the timer's id; those not named stay.</param>
    public sealed record Migrate(
        Definitions.WorkflowPlan From,
        string FromVersion,
        string ToVersion,
        IReadOnlyDictionary<int, DateTime> Timers,
        string Reason
    ) : EngineStimulus;

    /// <summary>
    /// Others have moved timers by their key since the instance ran last. Nothing starts, ends or is wanted by it; it stands in
    /// the history because what comes next may depend on it.
    /// </summary>
    /// <param name="Timers">New moments, by the timer's id.</param>
    public sealed record MoveTimers(IReadOnlyDictionary<int, DateTime> Timers) : EngineStimulus;

    /// <summary>Somebody ends a step that cannot go on, as if it had left by this outcome.</summary>
    public sealed record Skip(int Step, string Outcome, string Reason) : EngineStimulus;
}
