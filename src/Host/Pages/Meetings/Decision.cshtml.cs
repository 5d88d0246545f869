using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>One decision with everything that it rests on.</summary>
internal sealed class DecisionModel : GovernancePage
{
    public DecisionAnswer Decision { get; private set; } = null!;

    public bool MayOpenActions { get; private set; }

    public async Task<IActionResult> OnGetAsync(string d)
    {
        await using GovernanceDb db = Reading.Open();
        Result<DecisionAnswer> found = await DecisionBook.ReadAsync(
            db,
            d,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.IsRefused)
        {
            return Refuse(Refusal.NotFound);
        }

        Decision = found.Value;
        Partnership = Decision.Partnership;
        Result<BodyAnswer> body = await StructureBook.FindAsync(
            db,
            Decision.Body,
            Viewer.PersonId,
            Reading.Now
        );
        MayOpenActions = body is { IsRefused: false, Value.Secretary: true };
        return Page();
    }
}
