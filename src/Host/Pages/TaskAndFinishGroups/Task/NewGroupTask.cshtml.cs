using System.Globalization;
using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>Somebody of the group adds a task: what, who, by when, and what it has to wait for.</summary>
internal sealed class NewGroupTaskModel(AddGroupTask add) : GroupPage
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public string? WorkingDays { get; set; }

    [BindProperty]
    public DateFields Due { get; set; } = new();

    [BindProperty]
    public List<string> DependsOn { get; set; } = [];

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, GroupPermissions.Progress) is { } no)
        {
            return no;
        }

        WhyNot = Rights.IsMember ? Rights.NotWorking : GroupRights.ForMembers;
        (Choices, _) = await WaitChoices.OfAsync(
            db,
            Group,
            Viewer.PersonId,
            Reading.Now,
            [],
            except: null
        );
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        int? days = int.TryParse(
            WorkingDays?.Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int given
        )
            ? given
            : null;
        if (!string.IsNullOrWhiteSpace(WorkingDays) && days is null)
        {
            ModelState.AddModelError(nameof(WorkingDays), "Give a whole number of working days.");
        }

        if (Due.Problem("The date", isRequired: false) is { } problem)
        {
            ModelState.AddModelError(nameof(Due), problem);
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => OnGetAsync(id));
        }

        return await AnswerAsync(
            await add.HandleAsync(
                Caller,
                id,
                new GroupTaskBody(Title, Owner, days, Due.Value, [.. DependsOn], Description)
            ),
            task =>
            {
                Tell(
                    $"Task {task.Number} is added. {task.Owner.Name} has been asked, by {Dates.Day(task.Due)}."
                );
                return LocalRedirect($"/group-tasks/{Uri.EscapeDataString(task.Id)}");
            },
            () => OnGetAsync(id)
        );
    }
}
