using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;

namespace Governance.Engine.Definitions.Editing;

/// <summary>An input of a step as a form asks for it.</summary>
/// <param name="Control">What a fixed value is typed into.</param>
/// <param name="Syntax">How it is given now; <see cref="InputSyntax.None"/> where it is not.</param>
/// <param name="Fixed">The fixed value as text, one line for each of a list; empty where it is worked out.</param>
/// <param name="Expression">What it is worked out from as text; empty where it is fixed.</param>
public sealed record StepInput(
    InputDescriptor Descriptor,
    InputControl Control,
    string Syntax,
    string Fixed,
    string Expression
)
{
    public string Name => Descriptor.Name;

    /// <summary>Whether it may be worked out, and not only be fixed.</summary>
    public bool MayBeWorkedOut => Descriptor.IsWrapped;

    /// <summary>What applies where nothing is given, as text; empty where nothing does.</summary>
    public string Usual =>
        Descriptor.DefaultValue is JsonArray list
            ? string.Join(", ", list.Select(DeclarationEdits.TextOf))
            : DeclarationEdits.TextOf(Descriptor.DefaultValue);

    /// <summary>The values to choose from.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>What a fixed value is typed into.</summary>
public enum InputControl
{
    Line,
    Text,
    Number,
    YesOrNo,

    /// <summary>One of a few values.</summary>
    Choice,

    /// <summary>Several texts, one on each line.</summary>
    Lines,

    /// <summary>One of the workflow's variables.</summary>
    Variable,

    /// <summary>A published workflow of the partnership.</summary>
    Workflow,

    Json,
}
