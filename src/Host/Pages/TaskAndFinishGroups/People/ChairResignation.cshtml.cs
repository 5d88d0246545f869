using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>The chair leaves the group; the page says what follows before it is done.</summary>
internal sealed class ChairResignationModel(ResignChair resign) : GroupPage
{
    [BindProperty]
    public DateFields Effective { get; set; } = new();

    /// <summary>How many unfinished tasks are the chair's own.</summary>
    public int OwnTasks =>
        Group.Members.Where(each => each.Person == Group.Chair?.Id).Max(each => each.OpenTasks);

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, GroupPermissions.Progress) is { } no)
        {
            return no;
        }

        WhyNot =
            !Rights.IsChair ? GroupRights.ForTheChair
            : Rights.IsOver ? Rights.NotWorking
            : Group.Chair is null ? "Nobody chairs this group now."
            : null;
        if (HttpMethods.IsGet(Request.Method))
        {
            Effective = DateFields.Of(Reading.Today);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (Effective.Problem("The day", isRequired: false) is { } problem)
        {
            ModelState.AddModelError(nameof(Effective), problem);
            return await AgainAsync(() => OnGetAsync(id));
        }

        return await AnswerAsync(
            await resign.HandleAsync(Caller, id, new ChairResignationBody(Effective.Value)),
            group =>
            {
                Tell(
                    group.ChairLeaves is { } leaves
                        ? $"The resignation stands. It takes effect on {Dates.Day(leaves)}."
                    : group.Chair is { } chair
                        ? $"The resignation stands. {chair.Name} stands in, and what was asked of the chair waits for them."
                    : "The resignation stands. The commissioner is asked for a new chair."
                );
                // Whoever has resigned loses the group with it.
                return LocalRedirect(
                    group.ChairLeaves is not null
                    || Viewer.Holds(group.Partnership, Roles.BusinessUnit)
                        ? $"/groups/{Uri.EscapeDataString(id)}"
                        : "/home"
                );
            },
            () => OnGetAsync(id)
        );
    }
}
