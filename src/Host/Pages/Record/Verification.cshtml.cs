using Governance.Modules.Record;
using Governance.Storage;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Record;

/// <summary>Verifies the whole record when asked, and shows what the last verification found. It changes nothing and is no act.</summary>
[RequestTimeout(milliseconds: 600_000)]
internal sealed class VerificationModel(LastVerifications verifications) : RecordPage
{
    public LastVerification? Last { get; private set; }

    public long Count { get; private set; }

    public async Task<IActionResult> OnGetAsync(string p)
    {
        if (Enter(p) is { } no)
        {
            return no;
        }

        Last = verifications.Of(p);
        await using GovernanceDb db = Reading.Open();
        Count = await RecordListing.CountAsync(db, p);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string p)
    {
        if (Enter(p) is { } no)
        {
            return no;
        }

        await verifications.VerifyAsync(p, HttpContext.RequestAborted);
        return Redirect($"{At}/verification");
    }
}
