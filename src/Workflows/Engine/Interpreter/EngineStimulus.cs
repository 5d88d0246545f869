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

    /// <summary>A timer is due.</summary>
    public sealed record TimerDue(int Timer, DateTime Planned) : EngineStimulus;

    /// <summary>The first wanted effect has been carried out.</summary>
    public sealed record Answered(int Effect, JsonObject? Payload) : EngineStimulus;

    /// <summary>Somebody cancels the instance.</summary>
    public sealed record Cancel(string Reason) : EngineStimulus;
}
