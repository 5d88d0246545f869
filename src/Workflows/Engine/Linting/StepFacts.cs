namespace Governance.Engine.Linting;

/// <summary>
/// What an activity says of itself in one definition, so that the definition can be proved before it runs. An activity that says
/// nothing waits for nothing, ends by each of its outcomes, and neither wants nor brings about anything.
/// </summary>
public sealed record StepFacts
{
    public static StepFacts Plain { get; } = new();

    /// <summary>Faults on purpose and so never ends by itself; what it leaves is for a person.</summary>
    public static StepFacts Raises { get; } = new() { Exits = [], Faults = true };

    /// <summary>What it stays open for.</summary>
    public Awaited Awaits { get; init; }

    /// <summary>A clock of its own ends the wait, or tells somebody once a limit has passed.</summary>
    public bool HasLimit { get; init; }

    /// <summary>Every way it can end; null: by each of its outcomes, one at a time.</summary>
    public IReadOnlyList<StepExit>? Exits { get; init; }

    /// <summary>What must hold whenever it begins, on whatever path.</summary>
    public IReadOnlyList<Requirement> Requires { get; init; } = [];

    /// <summary>What cannot hold as long as it is open, and has to be established anew afterwards.</summary>
    public IReadOnlyList<string> Undoes { get; init; } = [];

    /// <summary>The same of everything that steps establish: what it does is not known here.</summary>
    public bool UndoesAll { get; init; }

    /// <summary>How the steps inside it run, when it has any and is neither a flowchart nor a sequence.</summary>
    public InnerSteps Inner { get; init; }

    internal bool Faults { get; init; }

    /// <summary>It can leave in so many combinations that its definition cannot be proved.</summary>
    internal bool IsBeyondProof { get; init; }
}

public enum Awaited
{
    /// <summary>It ends in the act that begins it.</summary>
    Nothing,

    /// <summary>It ends when a span of time is over, and by nothing else.</summary>
    Time,

    /// <summary>It ends when somebody does something.</summary>
    Somebody,
}

public enum InnerSteps
{
    None,

    /// <summary>One of them, or none where the definition leaves one out.</summary>
    OneOf,

    /// <summary>The one inside, as often as a condition says: perhaps for ever.</summary>
    AsLongAs,

    /// <summary>The one inside, once for each of a list, one after the other.</summary>
    OneAfterTheOther,

    /// <summary>The one inside, once for each of a list, all at once.</summary>
    SideBySide,
}

/// <summary>One way in which a step can end: its outcomes, and what that brings about.</summary>
public sealed record StepExit(params IReadOnlyList<string> Outcomes)
{
    /// <summary>A step that waits can also leave this way in the act that begins it.</summary>
    public bool AtOnce { get; init; }

    /// <summary>At once only where this holds already.</summary>
    public string? OnlyWhile { get; init; }

    /// <summary>A limit brings it about, so that whatever stands beside is raced by a clock.</summary>
    public bool ByTime { get; init; }

    /// <summary>What holds from now on, until something undoes it.</summary>
    public IReadOnlyList<string> Establishes { get; init; } = [];

    /// <summary>What no longer holds.</summary>
    public IReadOnlyList<string> Undoes { get; init; } = [];

    /// <summary>Nothing holds any longer but what it establishes itself.</summary>
    public bool UndoesAll { get; init; }
}

/// <summary>Something that must hold when a step begins.</summary>
/// <param name="Fact">The name under which other steps establish and undo it.</param>
/// <param name="Code">Of the finding where it does not; stable.</param>
/// <param name="Words">What is wrong then, for a chair, as a sentence that follows the step's name.</param>
public sealed record Requirement(string Fact, string Code, string Words);
