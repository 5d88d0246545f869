using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>The business unit adds a sub-group.</summary>
internal sealed class NewBodyModel(AddBody add) : BodyForm
{
    [BindProperty(SupportsGet = true)]
    public string? Parent { get; set; }

    public IReadOnlyList<Choice> Bodies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, MeetingsPermissions.KeepStructure) is { } no)
        {
            return no;
        }

        await using GovernanceDb db = Reading.Open();
        Bodies = await BodyChoices.OfAsync(db, p, Viewer.PersonId, Reading.Now);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string p)
    {
        if (Read() is not { } body)
        {
            return await AgainAsync(() => OnGetAsync(p));
        }

        return await AnswerAsync(
            AtFields(
                await add.HandleAsync(
                    Caller,
                    p,
                    new AddBodyBody(
                        string.IsNullOrEmpty(Parent) ? null : Parent,
                        body.Name,
                        body.Purpose,
                        body.Quorum,
                        body.TermsOfReference,
                        body.Frequency,
                        body.ReviewOn
                    )
                )
            ),
            added =>
            {
                Tell("The body is in the structure. Add its members next.");
                return Redirect($"/bodies/{added.Id}/members");
            },
            () => OnGetAsync(p)
        );
    }
}
