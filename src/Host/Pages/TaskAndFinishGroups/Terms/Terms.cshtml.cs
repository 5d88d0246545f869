using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>The terms of reference: the newest version, or one by its number, every version, and the commissioner's approval of exactly what was read.</summary>
internal sealed class TermsModel(ApproveTerms approve) : GroupPage
{
    [BindProperty(SupportsGet = true, Name = "version")]
    public int? Version { get; set; }

    /// <summary>The version that is approved, as it stood on the page.</summary>
    [BindProperty]
    public int? Number { get; set; }

    [BindProperty]
    public string? Hash { get; set; }

    public IReadOnlyList<TermsAnswer> Versions { get; private set; } = [];

    public TermsAnswer Shown { get; private set; } = null!;

    public bool IsNewest => Shown.Number == Versions[0].Number;

    public string Html => SafeMarkdown.ToHtml(Shown.Text);

    public bool CanApprove =>
        Rights is { IsCommissioner: true, IsOver: false } && IsNewest && Shown.Approved is null;

    /// <summary>The version that holds today; null before the first is approved.</summary>
    public TermsAnswer? Holds => Versions.FirstOrDefault(each => each.Approved is not null);

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, GroupPermissions.Read) is { } no)
        {
            return no;
        }

        Result<IReadOnlyList<TermsAnswer>> found = await GroupBook.ListTermsAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        Versions = found.Value;
        TermsAnswer? shown = Version is { } number
            ? Versions.FirstOrDefault(each => each.Number == number)
            : Versions[0];
        if (shown is null)
        {
            return Refuse(Refusal.NotFound);
        }

        Shown = shown;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await approve.HandleAsync(Caller, id, new ApproveTermsBody(Number, Hash)),
            terms => ToGroup(id, $"Version {terms.Number} of the terms of reference is approved."),
            () => OnGetAsync(id)
        );
}
