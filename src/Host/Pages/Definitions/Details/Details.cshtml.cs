using Governance.Contracts;
using Governance.Engine.Definitions.Editing;
using Governance.Modules.Definitions;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>What a workflow is called, says of itself, keeps, is started with, hands on, and how it can end.</summary>
internal sealed class DetailsModel(SaveDefinition save) : EditPage(save)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    /// <summary>One on each line.</summary>
    [BindProperty]
    public string? Outcomes { get; set; }

    [BindProperty]
    public List<ValueField> Variables { get; set; } = [];

    /// <summary>The workflow's inputs.</summary>
    [BindProperty]
    public List<ValueField> Given { get; set; } = [];

    [BindProperty]
    public List<ValueField> Outputs { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(string p, string d)
    {
        if (await BeginAsync(p, d) is { } no)
        {
            return no;
        }

        DeclaredValues values = DeclaredValues.Of(Text)!;
        Name = values.Name;
        Description = values.Description;
        Outcomes = string.Join('\n', values.Outcomes);
        Variables = ValueField.Of(values.Variables);
        Given = ValueField.Of(values.Inputs);
        Outputs = ValueField.Of(values.Outputs);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string p, string d)
    {
        if (await BeginAsync(p, d) is { } no)
        {
            return no;
        }

        Result<EditedDefinition> edited = Apply(Changes(DeclaredValues.Of(Text)!));
        return await SaveAsync(
            edited.Refusal is { } refusal ? Placed(refusal) : edited,
            "Name and values are saved.",
            _ => Place(null),
            async () => await BeginAsync(p, d) ?? Page()
        );
    }

    /// <summary>Only what is not as it was: the rest of the text stays as it was written.</summary>
    private List<DefinitionEdit> Changes(DeclaredValues was)
    {
        string description = (Description ?? "").ReplaceLineEndings("\n");
        List<DefinitionEdit> edits =
        [
            new DefinitionEdit.Describe(
                Name ?? "",
                description == was.Description.ReplaceLineEndings("\n")
                    ? was.Description
                    : description
            ),
        ];
        IReadOnlyList<DeclaredValue> variables = ValueField.Declared(Variables);
        IReadOnlyList<DeclaredValue> inputs = ValueField.Declared(Given);
        IReadOnlyList<DeclaredValue> outputs = ValueField.Declared(Outputs);
        string[] outcomes = (Outcomes ?? "").Split(
            '\n',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        edits.Add(
            new DefinitionEdit.Declare(
                Same(variables, was.Variables) ? null : variables,
                Same(inputs, was.Inputs) ? null : inputs,
                Same(outputs, was.Outputs) ? null : outputs,
                outcomes.SequenceEqual(was.Outcomes) ? null : outcomes
            )
        );
        return edits;
    }

    private static bool Same(IReadOnlyList<DeclaredValue> now, IReadOnlyList<DeclaredValue> was) =>
        now.Select(value => value with { Default = value.Default ?? "" })
            .SequenceEqual(was.Select(value => value with { Default = value.Default ?? "" }));

    /// <summary>The rows of a form that are empty do not count; the edit's errors name the rows that do.</summary>
    private Refusal Placed(Refusal refusal)
    {
        if (refusal.Errors is not { } errors)
        {
            return refusal;
        }

        Dictionary<string, List<ValueField>> lists = new(StringComparer.Ordinal)
        {
            ["variables"] = Variables,
            ["inputs"] = Given,
            ["outputs"] = Outputs,
        };
        return refusal with
        {
            Errors = errors.ToDictionary(
                error =>
                {
                    string[] parts = error.Key.Split('[', ']');
                    if (
                        parts.Length < 3
                        || !lists.TryGetValue(parts[0], out List<ValueField>? rows)
                        || !int.TryParse(parts[1], out int number)
                    )
                    {
                        return error.Key;
                    }

                    int at = rows.FindIndex(row =>
                        !string.IsNullOrWhiteSpace(row.Name) && number-- == 0
                    );
                    string list = parts[0] == "inputs" ? "given" : parts[0];
                    return $"{list}[{at}]{parts[2]}";
                },
                error => error.Value
            ),
        };
    }
}
