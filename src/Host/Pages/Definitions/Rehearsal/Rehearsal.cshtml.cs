using Governance.Modules.Definitions;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>The latest rehearsal of a definition's change, side by side; and the button that plays it through anew.</summary>
internal sealed class RehearsalModel(RehearseDefinition rehearse) : DefinitionPage
{
    public DefinitionRehearsed? Kept { get; private set; }

    public async Task<IActionResult> OnGetAsync(string p, string d)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, p, d) is { } no)
        {
            return no;
        }

        Kept = (await RehearseDefinition.ListAsync(db, p, d, take: 1)).SingleOrDefault();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string p, string d) =>
        await AnswerAsync(
            await rehearse.HandleAsync(Caller, p, d, HttpContext.RequestAborted),
            _ =>
            {
                Tell("It is played through, and the result is kept.");
                return LocalRedirect($"{AddressOf(p, d)}/rehearsals");
            },
            () => OnGetAsync(p, d)
        );
}
