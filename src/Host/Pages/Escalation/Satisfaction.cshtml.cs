using Governance.Contracts;
using Governance.Modules.Escalation;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Escalation;

/// <summary>Whoever raised a challenge says whether they are satisfied.</summary>
internal sealed class SatisfactionModel(ConcludeEscalation conclude) : SayPage
{
    public EscalationAnswer Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        Result<EscalationAnswer> found = await EscalationBook.FindAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.IsRefused)
        {
            return Refuse(found.Refusal);
        }

        Shown = found.Value;
        Partnership = Shown.Partnership;
        EscalationRole role = await EscalationBook.RoleOfAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        return role.IsRaiser ? Page() : Refuse(Refusal.NotFound);
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (Said is null)
        {
            ModelState.AddModelError(nameof(Satisfied), "Say whether you are satisfied.");
            return await AgainAsync(() => OnGetAsync(id));
        }

        return await AnswerAsync(
            await conclude.SayAsync(
                Caller,
                id,
                new EscalationSatisfactionBody(Said, Reason, Checked)
            ),
            _ =>
            {
                Tell("Your word is kept.");
                return LocalRedirect($"/escalations/{Uri.EscapeDataString(id)}");
            },
            () => OnGetAsync(id)
        );
    }
}
