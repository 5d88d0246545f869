using Governance.Contracts;
using Governance.Modules.Definitions;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>What is different between two versions, in sentences.</summary>
internal sealed class DefinitionChangesModel : DefinitionPage
{
    /// <summary>The number of the version that is compared with.</summary>
    public int From { get; private set; }

    public IReadOnlyList<string> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string p, string d, int a, int b)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, p, d, b) is { } no)
        {
            return no;
        }

        if (Definition.Versions.FirstOrDefault(one => one.Version == a) is not { } from)
        {
            return Refuse(Refusal.NotFound);
        }

        From = a;
        Differences = Reader.Differences(
            (await DefinitionOverview.TextAsync(db, p, from.Id))!,
            await TextAsync(db)
        );
        return Page();
    }
}
