using Governance.Engine.Definitions.Editing;
using Governance.Engine.PlainWords;
using Governance.Host.Pages.Components;
using Governance.Modules.Definitions;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>A form with the settings of one step.</summary>
internal abstract class StepForm(SaveDefinition save) : EditPage(save)
{
    /// <summary>What the drawing calls the step.</summary>
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public List<SettingField> Settings { get; set; } = [];

    /// <summary>In the order of <see cref="Settings"/>.</summary>
    public IReadOnlyList<StepInput> Asked { get; protected set; } = [];

    /// <summary>The workflows that a step can run.</summary>
    public IReadOnlyList<Choice> Workflows { get; private set; } = [];

    public IEnumerable<Choice> ChoicesOf(StepInput input) =>
        input.Control == InputControl.Workflow
            ? Workflows
            : input.Choices.Select(choice => new Choice(choice, choice));

    /// <summary>What the field is for, and what applies where it stays empty.</summary>
    public static string? HintOf(StepInput input)
    {
        string about = input.Descriptor.Description.TrimEnd('.');
        string lines = input.Control == InputControl.Lines ? "One on each line" : "";
        string usual =
            input.Usual.Length == 0 ? ""
            : input.Usual == "true" ? "If you say nothing: yes"
            : input.Usual == "false" ? "If you say nothing: no"
            : $"If you say nothing: {input.Usual}";
        string hint = string.Join(
            ". ",
            new[] { about, lines, usual }.Where(part => part.Length > 0)
        );
        return hint.Length == 0 ? null : hint;
    }

    protected async Task LoadWorkflowsAsync()
    {
        await using GovernanceDb db = Reading.Open();
        Workflows =
        [
            .. (await DefinitionOverview.ListAsync(db, Partnership!))
                .Where(one => one.Published is not null)
                .Select(one => new Choice(one.Id, one.Name)),
        ];
    }

    /// <summary>Fills the form; what was entered stays.</summary>
    protected void Fill(IReadOnlyList<StepInput> before, IReadOnlyList<StepInput> now)
    {
        Asked = now;
        Settings = SettingFields.Kept(before, now, Settings);
        foreach (
            string key in ModelState
                .Where(entry =>
                    entry.Key.StartsWith("Settings[", StringComparison.OrdinalIgnoreCase)
                    && entry.Value!.Errors.Count == 0
                )
                .Select(entry => entry.Key)
                .ToArray()
        )
        {
            ModelState.Remove(key);
        }
    }

    /// <summary>“3 ‘Draft’” for each step beside it.</summary>
    protected IEnumerable<Choice> Beside(string container) =>
        Outline
            .Steps.Where(step => step.Container == container && step.IsInChart)
            .Select(step => new Choice(step.Id, WordsOf(step)));

    public static string WordsOf(OutlinedStep step) =>
        new OutlinedTarget(step.Id, step.Number, step.Title).Words;
}
