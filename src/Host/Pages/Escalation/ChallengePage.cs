using Governance.Contracts;
using Governance.Modules.Escalation;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Escalation;

/// <summary>A page about one challenge, as the viewer may see it.</summary>
internal abstract class ChallengePage : GovernancePage
{
    [BindProperty]
    public bool Checked { get; set; }

    public EscalationAnswer Shown { get; private set; } = null!;

    public string At => $"/escalations/{Uri.EscapeDataString(Shown.Id)}";

    public EscalationStageAnswer Stage => Shown.Stages[Shown.Stage - 1];

    /// <summary>Something was pointed out: the box that says it was looked at is shown.</summary>
    public bool HasPointedOut => Checked || PointedOut.In(ModelState);

    /// <summary>Null when the viewer may see the challenge.</summary>
    protected async Task<IActionResult?> LoadAsync(string id)
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
        return null;
    }

    /// <summary>What the viewer is in this challenge.</summary>
    protected async Task<EscalationRole> RoleAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        return await EscalationBook.RoleOfAsync(db, id, Viewer.PersonId, Reading.Now);
    }

    protected IActionResult ToChallenge(string id, string done)
    {
        Tell(done);
        return LocalRedirect($"/escalations/{Uri.EscapeDataString(id)}");
    }
}
