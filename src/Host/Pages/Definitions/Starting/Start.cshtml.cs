using Governance.Contracts.Requests;
using Governance.Modules.Requests;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>The business unit begins something by a workflow of the partnership's own.</summary>
internal sealed class StartModel(StartUndertaking start) : DefinitionPage
{
    [BindProperty]
    public string? Title { get; set; }

    public async Task<IActionResult> OnGetAsync(string p, string d)
    {
        await using GovernanceDb db = Reading.Open();
        return await LoadAsync(db, p, d, writes: true) is { } no ? no : Page();
    }

    public async Task<IActionResult> OnPostAsync(string p, string d) =>
        await AnswerAsync(
            await start.HandleAsync(Caller, p, new StartUndertakingBody(d, Title)),
            started =>
            {
                Tell("It has begun. Here is where it stands.");
                return LocalRedirect($"/instances/{Uri.EscapeDataString(started.Instance)}");
            },
            () => OnGetAsync(p, d)
        );
}
