using System.Text.Json.Nodes;
using Governance.Engine.Definitions;

namespace Governance.Engine.Activities;

/// <summary>What an activity may know: the time of the act, its inputs, its memory, its inner steps. Nothing else.</summary>
public abstract class ActivityContext
{
    /// <summary>The moment of the act, UTC.</summary>
    public abstract DateTime Now { get; }

    /// <summary>This step in the plan.</summary>
    public abstract PlannedActivity Planned { get; }

    /// <summary>This run of the step; a loop runs a step several times.</summary>
    public abstract int Instance { get; }

    public abstract string InstanceId { get; }

    /// <summary>What the workflow is about.</summary>
    public abstract string SubjectType { get; }

    public abstract string SubjectId { get; }

    /// <summary>True when the workflow was started by the very stimulus that this step waits for.</summary>
    public abstract bool IsTrigger { get; }

    /// <summary>What came with the stimulus that started the workflow, for the step that waited for it.</summary>
    public abstract JsonNode? TriggerPayload { get; }

    /// <summary>What this run of the step remembers; saved with the instance. Stable names, no personal data.</summary>
    public abstract JsonObject Memory { get; }

    /// <summary>The inner steps that are running or scheduled, oldest first.</summary>
    public abstract IReadOnlyList<LiveChild> Children { get; }

    /// <summary>Whether any inner step is running or scheduled.</summary>
    internal virtual bool HasChildren => Children.Count > 0;

    /// <summary>Whether this run of the step remembers something under a name.</summary>
    internal virtual bool Remembers(string name) => Memory.ContainsKey(name);

    /// <summary>
    /// The value of an input, evaluated now; the descriptor's default when the definition gives none; null when there is none
    /// either. <paramref name="name"/> is the input's name, in either spelling (<c>EventName</c>, <c>eventName</c>).
    /// </summary>
    public abstract JsonNode? Value(string name);

    /// <summary>The value of a variable, or null.</summary>
    public abstract JsonNode? Variable(string idOrName);

    /// <summary>The step that waited for what started the workflow, as long as it has not started.</summary>
    internal abstract PlannedActivity? Trigger { get; }

    /// <summary>Evaluates an expression of this step that is not an input of its own (a case of a switch, for example).</summary>
    internal abstract JsonNode? Evaluate(Expressions.Expression expression);

    public string? Text(string name) => InputValues.Text(Value(name), name);

    /// <summary>A text that must be there; a fault names the input when it is not.</summary>
    public string RequiredText(string name) =>
        Text(name) is { Length: > 0 } text
            ? text
            : throw new ActivityFaultException($"The input {name} has no value.");

    /// <summary>A whole number; text with digits counts, since that is what the designer's fields give.</summary>
    public int? WholeNumber(string name) => InputValues.WholeNumber(Value(name), name);

    public int RequiredWholeNumber(string name) =>
        WholeNumber(name) ?? throw new ActivityFaultException($"The input {name} has no value.");

    /// <summary>True or false; false when there is no value.</summary>
    public bool Flag(string name) => InputValues.Flag(Value(name), name);

    /// <summary>The items of a list, in order; no value is an empty list, and anything else a fault.</summary>
    public IReadOnlyList<JsonNode?> Items(string name) => InputValues.Items(Value(name), name);

    /// <summary>A list of texts; a single text is a list of one, no value an empty list.</summary>
    public IReadOnlyList<string> Texts(string name) => InputValues.Texts(Value(name), name);

    /// <summary>A moment, UTC.</summary>
    public DateTime? Moment(string name) => InputValues.Moment(Value(name), name);

    public DateOnly? Date(string name) => InputValues.Date(Value(name), name);
}

/// <summary>An inner step that is running or scheduled.</summary>
public sealed record LiveChild(int Instance, PlannedActivity Planned);
