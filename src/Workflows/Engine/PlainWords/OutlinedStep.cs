namespace Governance.Engine.PlainWords;

/// <summary>One step of a definition as a page tells it, with where it leads and what leads to it.</summary>
/// <param name="Number">As 3 or 3.1; empty for the start.</param>
/// <param name="Kind">What its activity is called.</param>
/// <param name="Sentence">What it does in this definition.</param>
/// <param name="NoLimit">Why it may wait for ever, when the definition says so.</param>
/// <param name="Exits">Each way on, also those that lead nowhere yet; empty where steps follow one another without arrows.</param>
/// <param name="Slots">Where it can hold one other step, and which stands there.</param>
public sealed record OutlinedStep(
    string Id,
    string Number,
    string Title,
    string Type,
    string Kind,
    string Sentence,
    string? NoLimit,
    IReadOnlyList<OutlinedSetting> Settings,
    IReadOnlyList<OutlinedExit> Exits,
    IReadOnlyList<OutlinedEntry> Entries,
    IReadOnlyList<OutlinedSlot> Slots
)
{
    /// <summary>The step that it stands in.</summary>
    public required string Container { get; init; }

    public bool IsStart { get; init; }

    /// <summary>Nothing of its container comes after it.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Holds a list of steps.</summary>
    public bool IsContainer { get; init; }

    /// <summary>Arrows lead from step to step around it; else steps follow one another as they stand, or it stands alone.</summary>
    public bool IsInChart { get; init; }

    /// <summary>How deep inside other steps it stands, from 0.</summary>
    public int Depth => Number.Count(sign => sign == '.');

    /// <summary>Its place on a page.</summary>
    public string Anchor => AnchorOf(Id);

    public static string AnchorOf(string id) =>
        "step-" + string.Concat(id.Select(sign => char.IsWhiteSpace(sign) ? '_' : sign));
}

/// <summary>An input of a step in words.</summary>
/// <param name="IsUsual">Not written in the definition: what applies when nothing is.</param>
public sealed record OutlinedSetting(string Input, string Name, string Words, bool IsUsual);

/// <summary>A way on from a step.</summary>
/// <param name="When">“Then”, “If so”, “When ‘Signed by all three’”.</param>
/// <param name="Name">The exit as the drawing calls it.</param>
/// <param name="IsKnown">False when the step never leaves by it.</param>
public sealed record OutlinedExit(
    string Port,
    string Name,
    string When,
    IReadOnlyList<OutlinedTarget> To,
    bool IsKnown
);

/// <summary>A step that an arrow leads to.</summary>
public sealed record OutlinedTarget(string Id, string Number, string Title)
{
    public string Anchor => OutlinedStep.AnchorOf(Id);

    /// <summary>“3 ‘Draft’”, or the start by its name.</summary>
    public string Words => Number.Length == 0 ? $"‘{Title}’" : $"{Number} ‘{Title}’";
}

/// <summary>What leads to a step: a step, and the name of its exit where it is not the only one.</summary>
public sealed record OutlinedEntry(OutlinedTarget From, string Port, string Exit);

/// <summary>A place for one step inside another.</summary>
public sealed record OutlinedSlot(string Slot, string Name, OutlinedTarget? Holds);
