using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>A task is done, with evidence.</summary>
internal sealed class CompleteTaskModel(CompleteGroupTask complete) : GroupTaskPage
{
    [BindProperty]
    public string? Evidence { get; set; }

    public IReadOnlyList<TaskLink> WaitsFor =>
        [.. Work.DependsOn.Where(before => !GroupText.IsFinished(before.State))];

    public Task<IActionResult> OnGetAsync(string id) => AskAsync(id);

    public async Task<IActionResult> OnPostAsync(string id) =>
        await DoneAsync(
            id,
            await complete.HandleAsync(Caller, id, new TaskCompletionBody(Evidence)),
            task => $"Task {task.Number} is completed. What waited for it can begin.",
            () => OnGetAsync(id)
        );
}
