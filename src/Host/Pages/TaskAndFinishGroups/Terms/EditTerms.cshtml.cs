using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>The chair or the business unit writes a new version of the terms of reference.</summary>
internal sealed class EditTermsModel(SaveTerms save) : GroupPage
{
    public const string Preview = "preview";

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public DateFields ReviewOn { get; set; } = new();

    /// <summary>The button that was pressed.</summary>
    [BindProperty]
    public string? Do { get; set; }

    public string? Rendered { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, GroupPermissions.Progress) is { } no)
        {
            return no;
        }

        WhyNot =
            !Rights.IsChair ? GroupRights.ForTheChair
            : Rights.IsOver ? Rights.NotWorking
            : null;
        if (HttpMethods.IsGet(Request.Method))
        {
            Text = Group.Terms?.Text;
            ReviewOn = DateFields.Of(Group.Terms?.ReviewOn);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (Do == Preview)
        {
            Rendered = SafeMarkdown.ToHtml(Text ?? "");
            return await OnGetAsync(id);
        }

        if (ReviewOn.Problem("The review date", isRequired: false) is { } problem)
        {
            ModelState.AddModelError(nameof(ReviewOn), problem);
            return await AgainAsync(() => OnGetAsync(id));
        }

        return await AnswerAsync(
            await save.HandleAsync(Caller, id, new TermsOfReferenceBody(Text, ReviewOn.Value)),
            terms =>
                ToGroup(
                    id,
                    $"Version {terms.Number} is saved. The commissioner is asked to approve it.",
                    "/terms"
                ),
            () => OnGetAsync(id)
        );
    }
}
