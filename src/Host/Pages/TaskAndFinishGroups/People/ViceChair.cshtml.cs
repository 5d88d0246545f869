using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>Who stands in when the chair leaves.</summary>
internal sealed class ViceChairModel(NameVice name) : GroupPage
{
    [BindProperty]
    public string? Vice { get; set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, GroupPermissions.Staff) is { } no)
        {
            return no;
        }

        WhyNot =
            !Rights.MayStaff
                ? "This is for the group’s chair, its commissioner, and the business unit."
            : Rights.IsOver ? Rights.NotWorking
            : null;
        if (HttpMethods.IsGet(Request.Method))
        {
            Vice = Group.ViceChair?.Id;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await name.HandleAsync(
                Caller,
                id,
                new GroupViceBody(string.IsNullOrEmpty(Vice) ? null : Vice)
            ),
            group =>
                ToGroup(
                    id,
                    group.ViceChair is { } vice
                        ? $"{vice.Name} stands in when the chair leaves."
                        : "Nobody is named vice-chair now."
                ),
            () => OnGetAsync(id)
        );
}
