using Governance.Modules.Definitions;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>Proposes to take the published version back.</summary>
internal sealed class RetractModel(ProposePublication propose) : SteerPage
{
    public Task<IActionResult> OnGetAsync(string p, string d) => AskAsync(p, d);

    public async Task<IActionResult> OnPostAsync(string p, string d) =>
        await DoneAsync(
            MissingReason is { } missing
                ? missing
                : await propose.RetractAsync(Caller, p, d, Reason, HttpContext.RequestAborted),
            p,
            "To take it back is proposed. A second person is asked to agree.",
            () => OnGetAsync(p, d)
        );
}
