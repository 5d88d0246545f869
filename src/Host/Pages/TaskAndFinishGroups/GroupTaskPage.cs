using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>A page about one task of a group.</summary>
internal abstract class GroupTaskPage : GroupPage
{
    public GroupTaskAnswer Work { get; private set; } = null!;

    public string Here => $"/group-tasks/{Uri.EscapeDataString(Work.Id)}";

    public bool IsFinished => GroupText.IsFinished(Work.State);

    /// <summary>The owner, the chair, or the business unit.</summary>
    public bool MayWork => Rights.MayWorkOn(Work);

    protected async Task<IActionResult?> LoadTaskAsync(
        GovernanceDb db,
        string id,
        Permission permission
    )
    {
        Result<GroupTaskAnswer> found = await GroupTaskBook.FindAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.IsRefused)
        {
            return Refuse(found.Refusal);
        }

        Work = found.Value;
        return await LoadAsync(db, Work.Group, permission);
    }

    /// <summary>Why the task cannot be worked on by the viewer now; null where it can.</summary>
    protected string? CannotWork() =>
        MayWork
            ? IsFinished
                ? "This task is finished; what was done stands."
                : Rights.NotWorking
            : GroupRights.ForTheOwner;

    /// <summary>The question of a journey about the task, for whoever may answer it.</summary>
    protected async Task<IActionResult> AskAsync(string id, Func<string?>? cannot = null)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadTaskAsync(db, id, GroupPermissions.Progress) is { } no)
        {
            return no;
        }

        WhyNot = (cannot ?? CannotWork)();
        return Page();
    }

    protected Task<IActionResult> DoneAsync(
        string id,
        Result<GroupTaskAnswer> result,
        Func<GroupTaskAnswer, string> done,
        Func<Task<IActionResult>> again
    ) =>
        AnswerAsync(
            result,
            task =>
            {
                Tell(done(task));
                return LocalRedirect($"/group-tasks/{Uri.EscapeDataString(id)}");
            },
            again
        );
}
