using Governance.Contracts;
using Governance.Modules.Library;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Cascade;

/// <summary>Check before everybody outstanding is told once more.</summary>
internal sealed class ChaseModel(ChaseCascade chase) : GovernancePage
{
    public CascadeAnswer Cascade { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id)
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
        return Cascade.MayChase
            ? Page()
            : RefuseUnless(Cascade.Partnership, LibraryPermissions.Chase)
                ?? Refuse(
                    new Refusal(
                        "policy.not-your-group",
                        "A group's chair chases the cascade of the group's own texts only.",
                        RefusalKind.Forbidden
                    )
                );
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellation) =>
        await AnswerAsync(
            await chase.HandleAsync(Caller, id, cancellation),
            chased =>
            {
                Tell(
                    $"{Words.Count(chased.Outstanding.Count, "agency was", "agencies were")} told once more."
                );
                return Redirect($"/policies/{id}/cascade");
            },
            () => OnGetAsync(id)
        );
}
