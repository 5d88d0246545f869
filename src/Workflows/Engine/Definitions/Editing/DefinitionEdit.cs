using System.Text.Json.Nodes;

namespace Governance.Engine.Definitions.Editing;

/// <summary>One change of a definition's text. What it does not name stays as it was written, understood or not.</summary>
public abstract record DefinitionEdit
{
    private DefinitionEdit() { }

    /// <summary>A new step of a type that is here. It gets an id that says its type, and a place on the drawing beside its source.</summary>
    public sealed record AddStep(string Type, string? Title, StepPlace Place) : DefinitionEdit;

    /// <summary>What the drawing calls a step; by its kind where that is empty.</summary>
    public sealed record Rename(string Step, string? Title) : DefinitionEdit;

    /// <summary>Gives a step values for some of its inputs; the others stay.</summary>
    public sealed record Give(string Step, IReadOnlyList<GivenInput> Inputs) : DefinitionEdit;

    /// <summary>Leads an exit to a step of the same flowchart.</summary>
    /// <param name="Instead">Takes away the arrows that lead on from the exit now; else they all are gone at the same time.</param>
    public sealed record Connect(string From, string Port, string To, bool Instead)
        : DefinitionEdit;

    /// <summary>Takes every arrow between the two away.</summary>
    public sealed record Disconnect(string From, string Port, string To) : DefinitionEdit;

    /// <summary>Takes a step away, with what stands inside it and every arrow that touches it.</summary>
    public sealed record RemoveStep(string Step) : DefinitionEdit;

    /// <summary>What the definition is called and says of itself.</summary>
    public sealed record Describe(string Name, string? Description) : DefinitionEdit;

    /// <summary>The values that the workflow keeps, is started with and hands on, and how it can end. A list that is null stays.</summary>
    public sealed record Declare(
        IReadOnlyList<DeclaredValue>? Variables = null,
        IReadOnlyList<DeclaredValue>? Inputs = null,
        IReadOnlyList<DeclaredValue>? Outputs = null,
        IReadOnlyList<string>? Outcomes = null
    ) : DefinitionEdit;
}

/// <summary>Where a new step stands: in a list of steps, or alone in a place of another step.</summary>
/// <param name="Container">The step that it stands in.</param>
/// <param name="After">The step beside which it is drawn, and behind which it follows where there are no arrows; null for the end.</param>
/// <param name="Slot">The place that it takes alone (<c>body</c>); null for the list.</param>
public sealed record StepPlace(string Container, string? After = null, string? Slot = null);

/// <summary>What an input is given.</summary>
/// <param name="Syntax">One of <see cref="InputSyntax"/>; <see cref="InputSyntax.None"/> takes away what was given.</param>
public sealed record GivenInput(string Input, string Syntax, JsonNode? Value);

/// <summary>A variable, input or output of the workflow.</summary>
/// <param name="Before">The name that it had; null for a new one. It keeps everything else that was written of it.</param>
/// <param name="Default">Of a variable: its first value as text; null or empty for none.</param>
public sealed record DeclaredValue(
    string? Before,
    string Name,
    string Type,
    string? Default = null
);

/// <summary>A changed text.</summary>
/// <param name="Step">The step that was added last; null when none was.</param>
public sealed record EditedDefinition(string Json, string? Step);
