using Governance.Contracts;
using Governance.Modules.Consultation;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Consultation;

/// <summary>Whoever steers the text decides on one comment, with a reason.</summary>
internal sealed class DispositionModel(DisposeOfComment dispose) : GovernancePage
{
    [BindProperty]
    public string? Decision { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public CommentAnswer Comment { get; private set; } = null!;

    public string At => $"/policies/{Uri.EscapeDataString(Comment.Subject.Id)}/consultation";

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        Result<CommentAnswer> found = await CommentBook.FindAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.IsRefused || !Viewer.May(found.Value.Partnership, ConsultationPermissions.Steer))
        {
            return Refuse(Refusal.NotFound);
        }

        Comment = found.Value;
        Partnership = Comment.Partnership;
        if (Decision is null && Reason is null)
        {
            (Decision, Reason) = (Comment.Decision, Comment.Reason);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await dispose.HandleAsync(Caller, id, new DispositionBody(Decision, Reason)),
            decided =>
            {
                Tell("The comment is decided on, and who wrote it has been told.");
                return Redirect(
                    $"/policies/{Uri.EscapeDataString(decided.Subject.Id)}/consultation#comments"
                );
            },
            () => OnGetAsync(id)
        );
}
