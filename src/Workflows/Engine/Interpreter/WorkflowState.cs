using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Governance.Engine.Interpreter;

/// <summary>
/// Where an instance stands: what is saved between two acts. Names in its JSON are stable, and none of them is the name of a
/// type or method. Ids are counted here, so that the same stimuli give the same ids.
/// </summary>
public sealed class WorkflowState
{
    /// <summary>Counts up when the shape of the JSON changes; older shapes stay readable.</summary>
    public const int CurrentFormat = 2;

    [JsonPropertyName("format")]
    public int Format { get; init; } = CurrentFormat;

    [JsonPropertyName("instance")]
    public string InstanceId { get; set; } = "";

    [JsonPropertyName("subjectType")]
    public string SubjectType { get; set; } = "";

    [JsonPropertyName("subjectId")]
    public string SubjectId { get; set; } = "";

    [JsonPropertyName("subStatus")]
    public WorkflowSubStatus SubStatus { get; set; }

    [JsonIgnore]
    public WorkflowStatus Status =>
        SubStatus is WorkflowSubStatus.Executing or WorkflowSubStatus.Suspended
            ? WorkflowStatus.Running
            : WorkflowStatus.Finished;

    /// <summary>The last id given to a step, wait, timer or effect.</summary>
    [JsonPropertyName("lastId")]
    public int LastId { get; set; }

    /// <summary>The number of the last history entry.</summary>
    [JsonPropertyName("lastEntry")]
    public int LastEntry { get; set; }

    /// <summary>The step that was waiting for what started the workflow, until it has started.</summary>
    [JsonPropertyName("triggeredBy")]
    public string? TriggeredBy { get; set; }

    /// <summary>What came with the stimulus that started the workflow, until the step that waited for it has started.</summary>
    [JsonPropertyName("triggerPayload")]
    public JsonNode? TriggerPayload { get; set; }

    /// <summary>Events under another correlation id do not reach the instance.</summary>
    [JsonPropertyName("correlation")]
    public string? CorrelationId { get; set; }

    /// <summary>By which people tell it from others in a list.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The outputs of the workflow that are set, by name.</summary>
    [JsonPropertyName("results")]
    public Dictionary<string, JsonNode?>? Results { get; set; }

    [JsonPropertyName("inputs")]
    public Dictionary<string, JsonNode?> Inputs { get; set; } = [];

    /// <summary>The workflow's own variables, by id.</summary>
    [JsonPropertyName("variables")]
    public Dictionary<string, JsonNode?> Variables { get; set; } = [];

    /// <summary>What each activity handed on last, by activity id.</summary>
    [JsonPropertyName("outputs")]
    public Dictionary<string, Dictionary<string, JsonNode?>> Outputs { get; set; } = [];

    /// <summary>Runs of activities that are scheduled, open or faulted, oldest first.</summary>
    [JsonPropertyName("steps")]
    public List<StepState> Steps { get; set; } = [];

    /// <summary>Scheduled steps in the order they will start.</summary>
    [JsonPropertyName("queue")]
    public List<int> Queue { get; set; } = [];

    [JsonPropertyName("waits")]
    public List<WaitState> Waits { get; set; } = [];

    [JsonPropertyName("timers")]
    public List<TimerState> Timers { get; set; } = [];

    /// <summary>Effects that are wanted and not yet carried out, in order.</summary>
    [JsonPropertyName("effects")]
    public List<EffectState> Effects { get; set; } = [];

    /// <summary>Every fault so far; whether somebody has dealt with it shows in the step, and in the incident's row.</summary>
    [JsonPropertyName("incidents")]
    public List<IncidentState> Incidents { get; set; } = [];

    /// <summary>Whether a fault of this step, or of a container around it, keeps everything from it.</summary>
    internal bool IsHeld(int stepId) => HoldingStep(stepId) is not null;

    /// <summary>The innermost of these that has failed; null when none has.</summary>
    internal StepState? HoldingStep(int stepId)
    {
        for (
            StepState? at = Steps.Find(step => step.Id == stepId);
            at is not null;
            at = at.Parent is { } parent ? Steps.Find(step => step.Id == parent) : null
        )
        {
            if (at.Status == StepStatus.Faulted)
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>A copy that can be worked on. JSON values are shared: nothing changes them in place but a step's memory.</summary>
    internal WorkflowState Copy() =>
        new()
        {
            Format = CurrentFormat,
            InstanceId = InstanceId,
            SubjectType = SubjectType,
            SubjectId = SubjectId,
            SubStatus = SubStatus,
            LastId = LastId,
            LastEntry = LastEntry,
            TriggeredBy = TriggeredBy,
            TriggerPayload = TriggerPayload,
            CorrelationId = CorrelationId,
            Name = Name,
            Results = Results is null ? null : new(Results),
            Inputs = Inputs,
            Variables = new(Variables),
            Outputs = CopyOf(Outputs),
            Steps = Steps.ConvertAll(step => step.Copy()),
            Queue = [.. Queue],
            Waits = [.. Waits],
            Timers = [.. Timers],
            Effects = [.. Effects],
            Incidents = [.. Incidents],
        };

    internal static Dictionary<string, Dictionary<string, JsonNode?>> CopyOf(
        Dictionary<string, Dictionary<string, JsonNode?>> outputs
    ) => outputs.ToDictionary(one => one.Key, one => new Dictionary<string, JsonNode?>(one.Value));
}

/// <summary>Elsa's two words for where an instance stands.</summary>
public enum WorkflowStatus
{
    Running,
    Finished,
}

/// <summary>Wire names; never change.</summary>
public enum WorkflowSubStatus
{
    Executing,
    Suspended,
    Finished,
    Faulted,
    Cancelled,
}

/// <summary>One run of an activity that is not over.</summary>
public sealed class StepState
{
    [JsonPropertyName("id")]
    public required int Id { get; init; }

    [JsonPropertyName("parent")]
    public int? Parent { get; init; }

    [JsonPropertyName("activity")]
    public required string ActivityId { get; init; }

    [JsonPropertyName("status")]
    public StepStatus Status { get; set; }

    [JsonPropertyName("memory")]
    public JsonObject? Memory { get; set; }

    /// <summary>The variables of a container or of a loop's round, by id.</summary>
    [JsonPropertyName("variables")]
    public Dictionary<string, JsonNode?>? Variables { get; set; }

    /// <summary>What steps inside handed on, by activity id, when runs like this one stand side by side.</summary>
    [JsonPropertyName("outputs")]
    public Dictionary<string, Dictionary<string, JsonNode?>>? Outputs { get; set; }

    /// <summary>What a faulted step failed at; null when that was its start, or that nothing was left to do in it.</summary>
    [JsonPropertyName("failed")]
    public FailedCall? Failed { get; set; }

    internal StepState Copy() =>
        new()
        {
            Failed = Failed,
            Id = Id,
            Parent = Parent,
            ActivityId = ActivityId,
            Status = Status,
            Memory = (JsonObject?)Memory?.DeepClone(),
            Variables = Variables is null ? null : new(Variables),
            Outputs = Outputs is null ? null : WorkflowState.CopyOf(Outputs),
        };
}

/// <summary>Wire names; never change.</summary>
public enum StepStatus
{
    Scheduled,
    Running,
    Faulted,
}

/// <summary>What came to a step when it failed, so that it can come once more.</summary>
/// <param name="Kind">One of <c>stimulus</c>, <c>timer</c>, <c>answer</c>, <c>child</c>. Wire names; never change.</param>
/// <param name="Name">The stimulus, the timer, the effect's kind, or the inner activity's id.</param>
/// <param name="Key">The stimulus' key, or the effect's tag.</param>
/// <param name="Child">The inner step.</param>
public sealed record FailedCall(
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("key")] string? Key = null,
    [property: JsonPropertyName("payload")] JsonNode? Payload = null,
    [property: JsonPropertyName("planned")] DateTime? Planned = null,
    [property: JsonPropertyName("child")] int? Child = null,
    [property: JsonPropertyName("outcomes")] IReadOnlyList<string>? Outcomes = null
);

/// <summary>A step waits for a stimulus under a key.</summary>
public sealed record WaitState(
    [property: JsonPropertyName("id")] int Id,
    [property: JsonPropertyName("step")] int Step,
    [property: JsonPropertyName("activity")] string ActivityId,
    [property: JsonPropertyName("stimulus")] string Stimulus,
    [property: JsonPropertyName("key")] string Key
);

/// <param name="Due">UTC.</param>
/// <param name="Key">By which others can move it.</param>
public sealed record TimerState(
    [property: JsonPropertyName("id")] int Id,
    [property: JsonPropertyName("step")] int Step,
    [property: JsonPropertyName("activity")] string ActivityId,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("due")] DateTime Due,
    [property: JsonPropertyName("key")] string? Key
);

/// <summary>Something wanted outside. The answer goes to the step, when it is still open.</summary>
public sealed record EffectState(
    [property: JsonPropertyName("id")] int Id,
    [property: JsonPropertyName("step")] int Step,
    [property: JsonPropertyName("activity")] string ActivityId,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("payload")] JsonObject Payload,
    [property: JsonPropertyName("tag")] string? Tag
);

/// <summary>A fault.</summary>
public sealed record IncidentState(
    [property: JsonPropertyName("step")] int Step,
    [property: JsonPropertyName("activity")] string ActivityId,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("at")] DateTime At
);
