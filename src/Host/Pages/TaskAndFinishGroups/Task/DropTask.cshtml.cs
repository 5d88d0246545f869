using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>The chair drops a task, with a reason.</summary>
internal sealed class DropTaskModel(DropGroupTask drop) : GroupTaskPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync(string id) =>
        AskAsync(id, () => Rights.IsChair ? CannotWork() : GroupRights.ForTheChair);

    public async Task<IActionResult> OnPostAsync(string id) =>
        await DoneAsync(
            id,
            await drop.HandleAsync(Caller, id, new GroupReasonBody(Reason)),
            task => $"Task {task.Number} is dropped.",
            () => OnGetAsync(id)
        );
}
