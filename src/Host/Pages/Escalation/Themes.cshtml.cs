using Governance.Contracts;
using Governance.Host.Api;
using Governance.Modules.Escalation;
using Governance.Modules.Transfer;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Escalation;

/// <summary>What the challenges of the last year have in common: tables, the same drawn, and a file for a spreadsheet.</summary>
internal sealed class ThemesModel : GovernancePage
{
    public EscalationThemes Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, EscalationPermissions.ReadAll) is { } no)
        {
            return no;
        }

        await using GovernanceDb db = Reading.Open();
        return Show(
            await ThemesBook.CountAsync(db, p, Viewer.PersonId, Reading.Now),
            found => Found = found
        );
    }

    /// <summary>The same as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(string p)
    {
        await using GovernanceDb db = Reading.Open();
        Result<EscalationThemes> found = await ThemesBook.CountAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Now
        );
        return found.IsRefused
            ? Refuse(found.Refusal)
            : File(
                CsvText.BytesOf(ThemesCsv.Of(found.Value)),
                CsvText.ContentType,
                "challenge-themes.csv"
            );
    }
}
