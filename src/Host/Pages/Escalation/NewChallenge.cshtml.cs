using Governance.Contracts;
using Governance.Modules.Escalation;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Escalation;

/// <summary>Somebody with an account raises a challenge.</summary>
internal sealed class NewChallengeModel(RaiseEscalation raise) : RaisePage
{
    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, EscalationPermissions.Raise) is { } no)
        {
            return no;
        }

        await using GovernanceDb db = Reading.Open();
        Result<RaisingChoices> choices = await RaisingChoices.ForAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Now
        );
        return Show(
            choices,
            found =>
            {
                (Ladders, Bodies, FrontDoor) = (found.Ladders, found.Bodies, found.FrontDoor);
            }
        );
    }

    public async Task<IActionResult> OnPostAsync(string p) =>
        await AnswerAsync(
            await raise.HandleAsync(Caller, p, Body),
            raised =>
            {
                Tell("The challenge is raised. Those who are asked have been told.");
                return LocalRedirect($"/escalations/{Uri.EscapeDataString(raised.Id)}");
            },
            () => OnGetAsync(p)
        );
}
