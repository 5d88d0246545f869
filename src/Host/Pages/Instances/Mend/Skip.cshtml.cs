using Governance.Contracts.Instances;
using Governance.Engine.Instances;
using Governance.Host.Pages.Components;
using Governance.Modules.Cases;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Instances;

/// <summary>Ends a step that has failed as if it had left by an outcome, with a reason that the scrutiny function sees.</summary>
internal sealed class SkipStepModel(SkipStep skip) : InstancePage
{
    [BindProperty]
    public string? Incident { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<Choice> Failed { get; private set; } = [];

    /// <summary>Every way out of a failed step, with where it leads.</summary>
    public IReadOnlyList<Choice> Outcomes { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(string id) => ShowAsync(id);

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await skip.HandleAsync(
                Caller,
                id,
                new SkipStepBody(
                    Reason,
                    string.IsNullOrEmpty(Outcome) ? null : Outcome,
                    string.IsNullOrEmpty(Incident) ? null : Incident
                )
            ),
            _ => ToInstance(id, "The step is skipped, and the workflow has gone on from there."),
            () => ShowAsync(id)
        );

    private async Task<IActionResult> ShowAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, CasesPermissions.Operate) is { } no)
        {
            return no;
        }

        InstanceMap map = (await InstanceMaps.FindAsync(db, id))!;
        Failed =
        [
            .. Incidents.Select(each => new Choice(
                each.Id,
                map.Steps.FirstOrDefault(step => step.Id == each.Activity)?.Text ?? each.Activity
            )),
        ];
        Outcomes =
        [
            .. map
                .Links.Where(link => Incidents.Any(each => each.Activity == link.From))
                .GroupBy(link => link.Port)
                .Select(way => new Choice(
                    way.Key,
                    $"{MapWords.Port(way.Key)}: on to {string.Join(", ", way.Select(link => map.Steps.FirstOrDefault(step => step.Id == link.To)?.Text ?? link.To).Distinct())}"
                )),
        ];
        return Page();
    }
}
