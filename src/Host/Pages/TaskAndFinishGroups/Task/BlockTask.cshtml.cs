using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>Something outside stands in a task's way.</summary>
internal sealed class BlockTaskModel(BlockGroupTask block) : GroupTaskPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync(string id) => AskAsync(id);

    public async Task<IActionResult> OnPostAsync(string id) =>
        await DoneAsync(
            id,
            await block.HandleAsync(Caller, id, new GroupReasonBody(Reason)),
            task => $"Task {task.Number} is blocked; its date stays.",
            () => OnGetAsync(id)
        );
}
