using Governance.Contracts;
using Governance.Modules.Library;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Cascade;

/// <summary>An agency's representative says how far the cascade of the version in force is.</summary>
internal sealed class ConfirmModel(ConfirmCascade confirm) : GovernancePage
{
    [BindProperty]
    public bool Briefed { get; set; }

    [BindProperty]
    public bool WebsiteUpdated { get; set; }

    [BindProperty]
    public bool OwnPolicyUpdated { get; set; }

    [BindProperty]
    public bool TrainingUpdated { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public CascadeAnswer Cascade { get; private set; } = null!;

    public CascadeAgencyAnswer Agency { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, string agency)
    {
        IActionResult page = await LoadAsync(id, agency);
        if (page is Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
        {
            Briefed = Agency.Briefed;
            WebsiteUpdated = Agency.WebsiteUpdated;
            OwnPolicyUpdated = Agency.OwnPolicyUpdated;
            TrainingUpdated = Agency.TrainingUpdated;
        }

        return page;
    }

    public async Task<IActionResult> OnPostAsync(
        string id,
        string agency,
        CancellationToken cancellation
    ) =>
        await AnswerAsync(
            await confirm.HandleAsync(
                Caller,
                id,
                agency,
                new CascadeBody(Briefed, WebsiteUpdated, OwnPolicyUpdated, TrainingUpdated, Note),
                cancellation
            ),
            said =>
            {
                Tell(
                    said.Confirmed is null
                        ? $"Saved. {said.Name} has not confirmed everything yet."
                        : $"{said.Name} has confirmed its cascade."
                );
                return Redirect($"/policies/{id}/cascade");
            },
            () => LoadAsync(id, agency)
        );

    private async Task<IActionResult> LoadAsync(string id, string agency)
    {
        await using GovernanceDb db = Reading.Open();
        Result<CascadeAnswer> found = await CascadeBook.FindAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.IsRefused)
        {
            return Refuse(found.Refusal);
        }

        Cascade = found.Value;
        Partnership = Cascade.Partnership;
        if (RefuseUnless(Partnership, LibraryPermissions.Confirm) is { } refused)
        {
            return refused;
        }

        if (Cascade.Agencies.FirstOrDefault(each => each.Agency == agency) is not { } asked)
        {
            return Refuse(Refusal.NotFound);
        }

        Agency = asked;
        return Viewer.Appointments.Any(held =>
            held.Partnership == Partnership && held.Agency == agency
        )
            ? Page()
            : Refuse(
                new Refusal(
                    "cascade.not-your-agency",
                    "An agency's cascade is confirmed by whoever represents that agency today.",
                    RefusalKind.Forbidden
                )
            );
    }
}
