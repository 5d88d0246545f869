using Governance.Contracts;
using Governance.Contracts.Attestations;
using Governance.Modules.Attestations;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Attestations;

/// <summary>Each quarter's state by body: who answered, when, and what ended.</summary>
internal sealed class AttestationsModel : AttestationPage
{
    /// <summary>Newest quarter first.</summary>
    public IReadOnlyList<IGrouping<string, AttestationAnswer>> Quarters { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        await using GovernanceDb db = Reading.Open();
        Result<AttestationAnswer[]> found = await AttestationBook.ListAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Now
        );
        if (!found.IsRefused)
        {
            await LoadNamesAsync(db);
        }

        return Show(found, all => Quarters = [.. all.GroupBy(each => each.Quarter)]);
    }

    public static IEnumerable<AttestedLine> Ended(AttestationAnswer attestation) =>
        attestation.Appointments.Where(line =>
            line.Verdict is not (null or AttestationVerdicts.Holds)
        );
}
