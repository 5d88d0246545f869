using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>One task: where it stands, what it waits for and what waits for it, what happened to it, and what can be done with it.</summary>
internal sealed class GroupTaskModel(
    StartGroupTask start,
    UnblockGroupTask unblock,
    UpdateGroupTask update
) : GroupTaskPage
{
    private const int UpdatesShown = 20;

    [BindProperty]
    public string? Text { get; set; }

    public Page<TaskUpdateAnswer> Updates { get; private set; } = new([], null);

    public bool IsLater { get; private set; }

    /// <summary>The owner (while they are there), the chair or the business unit, while the group works.</summary>
    public bool CanWork => MayWork && !IsFinished && Rights.NotWorking is null;

    public bool MayWrite => Rights is { IsMember: true, NotWorking: null };

    /// <summary>Unfinished tasks that it has to wait for.</summary>
    public IReadOnlyList<TaskLink> WaitsFor =>
        [.. Work.DependsOn.Where(before => !GroupText.IsFinished(before.State))];

    public bool CanStart =>
        CanWork && Work.Started is null && !Work.OwnerLeft && WaitsFor.Count == 0;

    public bool CanComplete => CanWork && !Work.OwnerLeft && WaitsFor.Count == 0;

    public async Task<IActionResult> OnGetAsync(string id, string? after = null)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadTaskAsync(db, id, GroupPermissions.Read) is { } no)
        {
            return no;
        }

        IsLater = after is not null;
        Result<Page<TaskUpdateAnswer>> found = await GroupTaskBook.UpdatesAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now,
            after,
            UpdatesShown
        );
        return found.Refusal is { Kind: RefusalKind.Malformed }
            ? LocalRedirect(Here)
            : Show(found, page => Updates = page);
    }

    public async Task<IActionResult> OnPostStartAsync(string id) =>
        await DoneAsync(
            id,
            await start.HandleAsync(Caller, id),
            task => $"Task {task.Number} is started.",
            () => OnGetAsync(id)
        );

    public async Task<IActionResult> OnPostUnblockAsync(string id) =>
        await DoneAsync(
            id,
            await unblock.HandleAsync(Caller, id),
            task => $"Nothing stands in the way of task {task.Number} any more.",
            () => OnGetAsync(id)
        );

    public async Task<IActionResult> OnPostNoteAsync(string id) =>
        await DoneAsync(
            id,
            await update.HandleAsync(Caller, id, new TaskUpdateBody(Text)),
            _ => "Your update stands with the task.",
            () => OnGetAsync(id)
        );
}
