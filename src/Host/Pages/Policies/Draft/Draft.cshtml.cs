using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Consultation;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Policies;

/// <summary>Somebody writes the next version. When another saved meanwhile, both texts are shown and nothing is lost.</summary>
internal sealed class DraftModel(SaveDraft save) : DraftPage
{
    /// <summary>What the text was read as: whoever saved since has another.</summary>
    [BindProperty]
    public string? Tag { get; set; }

    /// <summary>The tag of what somebody else saved and this form has shown.</summary>
    [BindProperty]
    public string? SeenTag { get; set; }

    public PolicyAnswer Policy { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        IActionResult form = await FormAsync(id);
        if (Policy is not null && (Policy.Draft ?? Policy.Published) is { } text)
        {
            Tag = Policy.Tag;
            Class = text.Class;
            Title = text.Title;
            Summary = Policy.Summary;
            Body = text.Body;
            ReviewMonths = text.ReviewMonths.ToString(CultureInfo.InvariantCulture);
            Tags = Joined(Policy.Tags);
        }

        return form;
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (Do == Preview)
        {
            return await PreviewAsync(() => FormAsync(id));
        }

        Result<PolicySaved> saved = await save.HandleAsync(
            Caller,
            id,
            new SaveDraftBody(
                Title,
                Summary ?? "",
                Body,
                Months,
                TagList,
                Class,
                BecauseOf.Length == 0 ? null : BecauseOf
            ),
            $"\"{(Do == SaveOver ? SeenTag : Tag)}\"",
            HttpContext.RequestAborted
        );
        return await AnswerAsync(
            saved,
            done =>
            {
                Tell(
                    done.Changed
                        ? $"Version {done.Version} is saved."
                        : "Saved. The text is the same as before, so there is no new version."
                );
                return Redirect("/policies/" + done.Id);
            },
            () => FormAsync(id, isConflict: saved.Refusal?.Kind == RefusalKind.Stale)
        );
    }

    private async Task<IActionResult> FormAsync(string id, bool isConflict = false)
    {
        await using GovernanceDb db = Reading.Open();
        Result<PolicyAnswer> found = await PolicyBook.FindAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        if (!Viewer.MayDraft(found.Value.Partnership, found.Value.Group))
        {
            return Refuse(PolicyRights.NotYours);
        }

        Policy = found.Value;
        Partnership = Policy.Partnership;
        ToWorkIn = await CommentBook.ToWorkInAsync(db, PoliciesWords.Policy, id);
        if (isConflict)
        {
            PolicyVersionAnswer theirs = (Policy.Draft ?? Policy.Published)!;
            Conflict = new DraftConflict(
                theirs,
                Policy.Tag,
                WordDiff.Between(theirs.Body, Body ?? "")
            );
            SeenTag = Policy.Tag;
            // The form shows the field as it is set here, not as it was sent.
            ModelState.Remove(nameof(SeenTag));
        }

        return Page();
    }
}
