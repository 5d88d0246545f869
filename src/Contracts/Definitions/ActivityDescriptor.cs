using System.Text.Json.Nodes;

namespace Governance.Contracts.Definitions;

/// <summary>
/// What the designer knows of an activity type, in the shape that Elsa Studio reads. The pair of type name and version is
/// never withdrawn: a definition that names it could no longer be drawn.
/// </summary>
public sealed record ActivityDescriptor
{
    /// <summary>Stable name in definitions, for example <c>Elsa.Flowchart</c> or <c>Governance.AskSeat</c>.</summary>
    public required string TypeName { get; init; }

    public string Namespace => TypeName[..Math.Max(0, TypeName.LastIndexOf('.'))];

    public string Name => TypeName[(TypeName.LastIndexOf('.') + 1)..];

    public int Version { get; init; } = 1;

    /// <summary>The group in the palette; what stands before a slash is its label.</summary>
    public required string Category { get; init; }

    public required string DisplayName { get; init; }

    public required string Description { get; init; }

    /// <summary><c>Action</c> or <c>Trigger</c> (may start a workflow).</summary>
    public string Kind { get; init; } = "Action";

    public bool IsContainer { get; init; }

    public bool IsBrowsable { get; init; } = true;

    public bool IsStart { get; init; }

    /// <summary>Ends the container that it stands in.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>The outcomes that edges can leave by, and the embedded steps. No flow port means <c>Done</c>.</summary>
    public IReadOnlyList<PortDescriptor> Ports { get; init; } = [];

    public IReadOnlyList<InputDescriptor> Inputs { get; init; } = [];

    public IReadOnlyList<OutputDescriptor> Outputs { get; init; } = [];

    public JsonObject CustomProperties { get; init; } = [];

    public JsonObject ConstructionProperties { get; init; } = [];
}

/// <summary>An exit of an activity (<c>Flow</c>) or a step inside it (<c>Embedded</c>).</summary>
public sealed record PortDescriptor(
    string Name,
    string DisplayName,
    string Type = "Flow",
    bool IsBrowsable = true
)
{
    public static PortDescriptor Flow(string name, string? displayName = null) =>
        new(name, displayName ?? name);

    public static PortDescriptor Embedded(string name, string? displayName = null) =>
        new(name, displayName ?? name, "Embedded");
}

/// <summary>
/// A value that the definition gives to an activity. It stands in the definition under its name with a small first letter.
/// The designer only shows the default; the engine applies it.
/// </summary>
public sealed record InputDescriptor
{
    public required string Name { get; init; }

    public required string DisplayName { get; init; }

    public string Description { get; init; } = "";

    public string TypeName { get; init; } = "System.String";

    public float Order { get; init; }

    public bool IsBrowsable { get; init; } = true;

    public bool IsSynthetic { get; init; }

    /// <summary>True: an expression may be given (the designer shows its menu). False: only a plain value.</summary>
    public bool IsWrapped { get; init; } = true;

    public string UiHint { get; init; } = "singleline";

    public string Category { get; init; } = "General";

    public JsonNode? DefaultValue { get; init; }

    public string DefaultSyntax { get; init; } = "Literal";

    public bool IsReadOnly { get; init; }

    public bool IsSensitive { get; init; }

    public string? StorageDriverType { get; init; }

    public JsonObject UiSpecifications { get; init; } = [];

    /// <summary>The property of the activity in the definition's JSON.</summary>
    public string PropertyName() => Camel(Name);

    private static string Camel(string name) =>
        name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
}

/// <summary>A value that an activity hands on; the definition may bind it to a variable.</summary>
public sealed record OutputDescriptor(
    string Name,
    string DisplayName,
    string TypeName = "System.String",
    string Description = ""
)
{
    public float Order { get; init; }

    public bool IsBrowsable { get; init; } = true;

    public bool IsSynthetic { get; init; }
}
