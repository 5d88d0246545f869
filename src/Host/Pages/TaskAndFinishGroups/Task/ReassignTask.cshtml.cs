using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.TaskAndFinishGroups;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>A task goes to somebody else of the group, with a reason.</summary>
internal sealed class ReassignTaskModel(ReassignGroupTask reassign) : GroupTaskPage
{
    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IEnumerable<Choice> OwnerChoices =>
        PeopleOfGroup.Where(each => Work.OwnerLeft || each.Value != Work.Owner.Id);

    public Task<IActionResult> OnGetAsync(string id) => AskAsync(id);

    public async Task<IActionResult> OnPostAsync(string id) =>
        await DoneAsync(
            id,
            await reassign.HandleAsync(Caller, id, new TaskReassignmentBody(Owner, Reason)),
            task => $"Task {task.Number} is with {task.Owner.Name} now, who has been asked.",
            () => OnGetAsync(id)
        );
}
