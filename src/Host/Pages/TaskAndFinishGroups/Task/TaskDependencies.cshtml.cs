using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>What a task waits for. A circle is refused by name.</summary>
internal sealed class TaskDependenciesModel(SetTaskDependencies set) : GroupTaskPage
{
    [BindProperty]
    public List<string> DependsOn { get; set; } = [];

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public bool HasMore { get; private set; }

    public Task<IActionResult> OnGetAsync(string id) => LoadAsync(id, isFirst: true);

    public async Task<IActionResult> OnPostAsync(string id) =>
        await DoneAsync(
            id,
            await set.HandleAsync(Caller, id, new TaskDependenciesBody([.. DependsOn])),
            task =>
                task.DependsOn.Count == 0
                    ? $"Task {task.Number} waits for nothing now."
                    : $"Task {task.Number} waits for {string.Join(", ", task.DependsOn.Select(GroupText.NameOf))}.",
            () => LoadAsync(id, isFirst: false)
        );

    private async Task<IActionResult> LoadAsync(string id, bool isFirst)
    {
        IActionResult page = await AskAsync(id);
        if (WhyNot is not null || page is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
        {
            return page;
        }

        await using GovernanceDb db = Reading.Open();
        (Choices, HasMore) = await WaitChoices.OfAsync(
            db,
            Group,
            Viewer.PersonId,
            Reading.Now,
            Work.DependsOn,
            except: Work.Id
        );
        if (isFirst)
        {
            DependsOn = [.. Work.DependsOn.Select(before => before.Id)];
        }

        return page;
    }
}
