using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions.Editing;
using Governance.Engine.PlainWords;
using Governance.Modules.Definitions;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>Takes a step out, after saying what goes with it, what will lead nowhere, and what would stand against publishing then.</summary>
internal sealed class RemoveStepModel(SaveDefinition save) : EditPage(save)
{
    public OutlinedStep Step { get; private set; } = null!;

    public IReadOnlyList<OutlinedStep> Inside { get; private set; } = [];

    /// <summary>In sentences.</summary>
    public IReadOnlyList<string> Dangling { get; private set; } = [];

    public IReadOnlyList<DefinitionFinding> NewlyAgainst { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(string p, string d, string? step) =>
        FormAsync(p, d, step);

    public async Task<IActionResult> OnPostAsync(string p, string d, string? step) =>
        await BeginAsync(p, d) is { } no
            ? no
            : await SaveAsync(
                Apply(new DefinitionEdit.RemoveStep(step ?? "")),
                "The step is taken out.",
                _ => Place(null),
                () => FormAsync(p, d, step)
            );

    private async Task<IActionResult> FormAsync(string p, string d, string? step)
    {
        if (await BeginAsync(p, d) is { } no)
        {
            return no;
        }

        if (Outline.Find(step) is not { } found)
        {
            return Refuse(Refusal.NotFound);
        }

        Step = found;
        Inside =
        [
            .. Outline.Steps.Where(one =>
                found.Number.Length > 0
                && one.Number.StartsWith(found.Number + ".", StringComparison.Ordinal)
            ),
        ];
        Dangling = [.. LeadNowhere(), .. NotLedTo()];
        Result<EditedDefinition> without = Apply(new DefinitionEdit.RemoveStep(found.Id));
        NewlyAgainst = without.IsRefused
            ? []
            : [.. Reader.Read(without.Value.Json).Against.Except(Reader.Read(Text).Against)];
        return Page();
    }

    private IEnumerable<string> LeadNowhere()
    {
        foreach (OutlinedEntry entry in Step.Entries)
        {
            OutlinedExit? exit = Outline
                .Find(entry.From.Id)
                ?.Exits.FirstOrDefault(one => one.Port == entry.Port);
            if (exit is { To.Count: 1 })
            {
                yield return $"{entry.From.Words}{(entry.Exit.Length > 0 ? $" ({entry.Exit})" : "")} will lead nowhere.";
            }
        }
    }

    private IEnumerable<string> NotLedTo() =>
        Step
            .Exits.SelectMany(exit => exit.To)
            .DistinctBy(to => to.Id)
            .Where(to =>
                to.Id != Step.Id
                && Outline.Find(to.Id)?.Entries.All(entry => entry.From.Id == Step.Id) == true
            )
            .Select(to => $"Nothing will lead to {to.Words}.");
}
