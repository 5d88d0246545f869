using Governance.Contracts;
using Governance.Modules.Escalation;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Escalation;

/// <summary>The business unit says whom to call at once.</summary>
internal sealed class FrontDoorModel(SaveFrontDoor save) : GovernancePage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? OutOfHours { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, EscalationPermissions.KeepFrontDoor) is { } no)
        {
            return no;
        }

        await using GovernanceDb db = Reading.Open();
        return Show(
            await ContactBook.FrontDoorAsync(db, p, Viewer.PersonId, Reading.Now),
            door =>
                (Name, Phone, OutOfHours, Text) = (
                    door.Name,
                    door.Phone,
                    door.OutOfHours,
                    door.Text
                )
        );
    }

    public async Task<IActionResult> OnPostAsync(string p) =>
        await AnswerAsync(
            await save.HandleAsync(Caller, p, new FrontDoorBody(Name, Phone, OutOfHours, Text)),
            _ =>
            {
                Tell("Whom to call is saved.");
                return LocalRedirect($"/partnerships/{Uri.EscapeDataString(p)}/contacts");
            },
            () =>
            {
                Partnership = p;
                return Task.FromResult<IActionResult>(Page());
            }
        );
}
