using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>A date moves on, with an update; the page says how often it did already and what the third time means.</summary>
internal sealed class RollTaskModel(RollTaskForward roll) : GroupTaskPage
{
    [BindProperty]
    public DateFields Due { get; set; } = new();

    [BindProperty]
    public string? Update { get; set; }

    public Task<IActionResult> OnGetAsync(string id) => AskAsync(id);

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (Due.Problem("The new date", isRequired: true) is { } problem)
        {
            ModelState.AddModelError(nameof(Due), problem);
            return await AgainAsync(() => OnGetAsync(id));
        }

        return await DoneAsync(
            id,
            await roll.HandleAsync(Caller, id, new TaskRollForwardBody(Due.Value, Update)),
            task =>
                $"Task {task.Number} is due on {Dates.Day(task.Due)}. Its date was {GroupText.Rolls(task.Rolls)}"
                + (task.Escalated is null ? "." : "; the commissioner has been told."),
            () => OnGetAsync(id)
        );
    }
}
