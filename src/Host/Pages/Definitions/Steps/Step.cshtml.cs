using Governance.Contracts;
using Governance.Engine.Definitions.Editing;
using Governance.Engine.PlainWords;
using Governance.Host.Pages.Components;
using Governance.Modules.Definitions;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>One step: what it is called and given, and where it leads. Each form is one save.</summary>
internal sealed class StepModel(SaveDefinition save) : StepForm(save)
{
    private const string Both = "also";

    [BindProperty]
    public string? Port { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Also { get; set; }

    public OutlinedStep Step { get; private set; } = null!;

    public IReadOnlyList<Choice> Ports =>
        [.. Step.Exits.Select(exit => new Choice(exit.Port, exit.Name))];

    public IReadOnlyList<Choice> Targets =>
        [.. Beside(Step.Container).Where(one => Outline.Find(one.Value)?.IsStart == false)];

    public static IReadOnlyList<Choice> Ways { get; } =
    [
        new("", "It leads to the new step instead"),
        new(Both, "It leads to both, and they go on at the same time"),
    ];

    public Task<IActionResult> OnGetAsync(string p, string d, string? step) =>
        FormAsync(p, d, step, null);

    public async Task<IActionResult> OnPostSaveAsync(string p, string d, string? step)
    {
        if (await BeginAsync(p, d) is { } no)
        {
            return no;
        }

        if (Inputs.Of(Text, step ?? "") is not { } before)
        {
            return Refuse(Refusal.NotFound);
        }

        IReadOnlyList<GivenInput> given = SettingFields.Changed(before, Settings, ModelState);
        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => FormAsync(p, d, step, before));
        }

        Result<EditedDefinition> edited = Apply(
            new DefinitionEdit.Rename(step!, Title),
            new DefinitionEdit.Give(step!, given)
        );
        return await SaveAsync(
            edited.Refusal is { } refusal ? SettingFields.Placed(refusal, Settings) : edited,
            "The step is saved.",
            _ => Place(step),
            () => FormAsync(p, d, step, before)
        );
    }

    public Task<IActionResult> OnPostConnectAsync(string p, string d, string? step) =>
        string.IsNullOrEmpty(To)
            ? MissingAsync(nameof(To), "Choose the step that it leads to.", p, d, step)
        : string.IsNullOrEmpty(Port)
            ? MissingAsync(nameof(Port), "Choose the exit that leads there.", p, d, step)
        : LeadAsync(
            new DefinitionEdit.Connect(step ?? "", Port, To, Instead: Also != Both),
            "The step leads there now.",
            p,
            d,
            step
        );

    public Task<IActionResult> OnPostDisconnectAsync(string p, string d, string? step) =>
        LeadAsync(
            new DefinitionEdit.Disconnect(step ?? "", Port ?? "", To ?? ""),
            "The way is taken out.",
            p,
            d,
            step
        );

    private async Task<IActionResult> LeadAsync(
        DefinitionEdit edit,
        string told,
        string p,
        string d,
        string? step
    ) =>
        await BeginAsync(p, d) is { } no
            ? no
            : await SaveAsync(
                Apply(edit),
                told,
                _ => Place(step),
                () => FormAsync(p, d, step, null)
            );

    private async Task<IActionResult> MissingAsync(
        string field,
        string what,
        string p,
        string d,
        string? step
    )
    {
        ModelState.AddModelError(field, what);
        return await AgainAsync(() => FormAsync(p, d, step, null));
    }

    /// <param name="before">The inputs as the sent form showed them; null where no settings were sent.</param>
    private async Task<IActionResult> FormAsync(
        string p,
        string d,
        string? step,
        IReadOnlyList<StepInput>? before
    )
    {
        if (await BeginAsync(p, d) is { } no)
        {
            return no;
        }

        if (Outline.Find(step) is not { } found || Inputs.Of(Text, found.Id) is not { } now)
        {
            return Refuse(Refusal.NotFound);
        }

        Step = found;
        if (before is null)
        {
            Title = found.Title == found.Kind ? "" : found.Title;
            Settings = [];
            ModelState.Remove(nameof(Title));
        }

        Fill(before ?? [], now);
        await LoadWorkflowsAsync();
        return Page();
    }
}
