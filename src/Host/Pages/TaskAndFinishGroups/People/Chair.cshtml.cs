using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>The commissioner, or the business unit for them, appoints a chair, and says who stands in.</summary>
internal sealed class ChairModel(AppointChair appoint) : GroupPage
{
    [BindProperty]
    public string? Person { get; set; }

    [BindProperty]
    public string? Vice { get; set; }

    [BindProperty]
    public DateFields From { get; set; } = new();

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, GroupPermissions.Staff) is { } no)
        {
            return no;
        }

        WhyNot =
            !Rights.MayAppointChair
                ? "A chair is appointed by the commissioner, or by the business unit for them."
            : Rights.IsOver ? Rights.NotWorking
            : null;
        People = await PeopleToChoose.OfAsync(db, Group.Partnership, Viewer.PersonId, Reading.Now);
        if (HttpMethods.IsGet(Request.Method))
        {
            From = DateFields.Of(Reading.Today);
            Vice = Group.ViceChair?.Id;
            Person = Group.ChairIsInterim ? Group.Chair?.Id : null;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (From.Problem("The first day", isRequired: true) is { } problem)
        {
            ModelState.AddModelError(nameof(From), problem);
            return await AgainAsync(() => OnGetAsync(id));
        }

        return await AnswerAsync(
            await appoint.HandleAsync(
                Caller,
                id,
                new GroupChairBody(Person, From.Value, string.IsNullOrEmpty(Vice) ? null : Vice)
            ),
            group =>
                ToGroup(
                    id,
                    From.Value > Reading.Today
                        ? $"The new chair begins on {Dates.Day(From.Value!.Value)}."
                        : $"{group.Chair?.Name} chairs the group."
                ),
            () => OnGetAsync(id)
        );
    }
}
