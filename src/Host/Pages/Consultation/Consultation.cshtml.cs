using Governance.Contracts;
using Governance.Modules.Consultation;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Consultation;

/// <summary>A policy's consultation: how long it runs, who has answered, what was said and what became of it.</summary>
internal sealed class ConsultationModel(ConsultationBook book) : ConsultationPage
{
    [BindProperty(SupportsGet = true, Name = "undisposed")]
    public bool Undisposed { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    /// <summary>Null when the text was never consulted on.</summary>
    public ConsultationAnswer? Consultation { get; private set; }

    public Page<CommentAnswer> Comments { get; private set; } = new([], null);

    public bool MaySteer { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, ConsultationPermissions.Read) is { } no)
        {
            return no;
        }

        MaySteer = Viewer.May(Policy.Partnership, ConsultationPermissions.Steer);
        string me = Viewer.PersonId;
        Result<ConsultationAnswer> found = await book.FindAsync(
            db,
            PoliciesWords.Policy,
            id,
            me,
            Reading.Now
        );
        if (found.IsRefused)
        {
            return Page();
        }

        Consultation = found.Value;
        return Show(
            await CommentBook.ListAsync(
                db,
                PoliciesWords.Policy,
                id,
                me,
                Reading.Now,
                Undisposed,
                After,
                take: 20
            ),
            comments => Comments = comments
        );
    }
}
