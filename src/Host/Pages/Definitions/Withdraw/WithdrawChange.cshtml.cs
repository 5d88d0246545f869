using Governance.Contracts.Definitions;
using Governance.Modules.Definitions;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>The business unit takes a change of the framework back while the three seats sign it.</summary>
internal sealed class WithdrawChangeModel(WithdrawFrameworkChange withdraw) : GovernancePage
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Null when nothing of the workflow is being signed.</summary>
    public FrameworkChangeLine? Change { get; private set; }

    public Task<IActionResult> OnGetAsync(string p, string d) => ShowAsync(p, d);

    public async Task<IActionResult> OnPostAsync(string p, string d) =>
        await AnswerAsync(
            await withdraw.HandleAsync(Caller, p, d, Reason),
            _ =>
            {
                Tell(
                    "The change is withdrawn. Every signature has lapsed, and the draft can be written again."
                );
                return LocalRedirect(DefinitionPage.AddressOf(p, d));
            },
            () => ShowAsync(p, d)
        );

    private async Task<IActionResult> ShowAsync(string p, string d)
    {
        Partnership = p;
        if (RefuseUnless(p, DefinitionsPermissions.Configure) is { } no)
        {
            return no;
        }

        await using GovernanceDb db = Reading.Open();
        Change = await FrameworkChangeBook.OpenAsync(db, p, d);
        return Page();
    }
}
