using Governance.Engine.Definitions.Editing;
using Governance.Host.Pages.Components;

namespace Governance.Host.Pages.Definitions;

/// <summary>A variable, input or output of a workflow in a form.</summary>
internal sealed class ValueField
{
    private static readonly (string Type, string Words)[] Known =
    [
        ("String", "Text"),
        ("Int32", "Whole number"),
        ("Decimal", "Number"),
        ("Boolean", "Yes or no"),
        ("Object", "Anything"),
    ];

    /// <summary>The name that it has in the text; empty for a new one.</summary>
    public string? Before { get; set; }

    public string? Name { get; set; }

    public string? Type { get; set; }

    /// <summary>The first value of a variable, as text.</summary>
    public string? Default { get; set; }

    /// <summary>The types that a form offers, and the one that is there if it is another.</summary>
    public static IEnumerable<Choice> Types(string? present) =>
        [
            .. Known.Select(known => new Choice(known.Type, known.Words)),
            .. string.IsNullOrEmpty(present) || Known.Any(known => known.Type == present)
                ? Array.Empty<Choice>()
                : [new Choice(present, present)],
        ];

    public static List<ValueField> Of(IEnumerable<DeclaredValue> values) =>
        [
            .. values.Select(value => new ValueField
            {
                Before = value.Name,
                Name = value.Name,
                Type = value.Type,
                Default = value.Default,
            }),
            new ValueField { Type = "String" },
        ];

    /// <summary>Without the rows whose names are empty.</summary>
    public static IReadOnlyList<DeclaredValue> Declared(IEnumerable<ValueField> rows) =>
        [
            .. rows.Where(row => !string.IsNullOrWhiteSpace(row.Name))
                .Select(row => new DeclaredValue(
                    row.Before,
                    row.Name!.Trim(),
                    row.Type ?? "Object",
                    row.Default
                )),
        ];
}
