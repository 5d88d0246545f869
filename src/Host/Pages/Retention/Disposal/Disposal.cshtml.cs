using Governance.Contracts.Retention;
using Governance.Host.Pages.Tasks;
using Governance.Modules.Retention;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Retention;

/// <summary>A disposal with its list: agreed to, objected to, carried out.</summary>
internal sealed class DisposalModel(AgreeToDisposal agree, DisposalBook book) : GovernancePage
{
    [BindProperty]
    public string? Reason { get; set; }

    public DisposalAnswer Disposal { get; private set; } = null!;

    public bool MayAgree =>
        Disposal.State == DisposalStates.Proposed
        && Viewer.May(Disposal.Partnership, RetentionPermissions.Agree);

    public bool MayObject =>
        Disposal.State is DisposalStates.Proposed or DisposalStates.Approved
        && Viewer.May(Disposal.Partnership, RetentionPermissions.Agree);

    public string? LinkOf(DisposalItemAnswer item) =>
        item.Title is null
            ? null
            : SubjectLinks.Of(item.Type, item.SubjectId, Disposal.Partnership);

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        return Show(
            await book.FindAsync(db, id, Viewer.PersonId, Reading.Now),
            found =>
            {
                Disposal = found;
                Partnership = found.Partnership;
            }
        );
    }

    public async Task<IActionResult> OnPostAgreeAsync(string id) =>
        await AnswerAsync(
            await agree.AgreeAsync(Caller, id),
            disposal =>
            {
                Tell(
                    disposal.WaitsUntil is { } until
                        ? $"Agreed. It is carried out after {Dates.Moment(until)} unless somebody objects."
                        : "Agreed. Somebody else has to agree as well."
                );
                return LocalRedirect($"/disposals/{disposal.Id}");
            },
            () => OnGetAsync(id)
        );

    public async Task<IActionResult> OnPostObjectAsync(string id) =>
        await AnswerAsync(
            await agree.ObjectAsync(Caller, id, new ObjectBody(Reason)),
            disposal =>
            {
                Tell("Your objection has ended the disposal. Nothing on its list is destroyed.");
                return LocalRedirect($"/disposals/{disposal.Id}");
            },
            () => OnGetAsync(id)
        );
}
