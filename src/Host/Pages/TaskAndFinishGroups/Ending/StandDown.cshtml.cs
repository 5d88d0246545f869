using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>The commissioner ends a group before its work is done.</summary>
internal sealed class StandDownModel(StandDownGroup standDown) : GroupPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, GroupPermissions.Accept) is { } no)
        {
            return no;
        }

        WhyNot = Rights.NotTheCommissioner ?? (Rights.IsOver ? Rights.NotWorking : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await standDown.HandleAsync(Caller, id, new GroupReasonBody(Reason)),
            group => ToGroup(id, $"{group.Name} is stood down. Its people have been told."),
            () => OnGetAsync(id)
        );
}
