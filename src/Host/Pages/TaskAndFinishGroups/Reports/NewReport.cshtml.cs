using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>The chair edits the draft that the tasks wrote, and submits it.</summary>
internal sealed class NewReportModel(SubmitReport submit) : GroupPage
{
    public const string Preview = "preview";

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The button that was pressed.</summary>
    [BindProperty]
    public string? Do { get; set; }

    public string? Rendered { get; private set; }

    public GroupLimit? Owed => Group.Limits.FirstOrDefault(limit => limit.What == "report");

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
            : Owed is null
                ? "No report of this group is awaited now. The next falls due on its date."
            : null;
        if (HttpMethods.IsGet(Request.Method) && WhyNot is null)
        {
            Result<GroupReportDraft> draft = await GroupBook.DraftReportAsync(
                db,
                id,
                Viewer.PersonId,
                Reading.Now
            );
            Text = draft.IsRefused ? null : draft.Value.Text;
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

        return await AnswerAsync(
            await submit.HandleAsync(Caller, id, new GroupReportBody(Text)),
            report =>
                ToGroup(
                    id,
                    $"Report {report.Number} is submitted, and the commissioner has been told.",
                    "/reports"
                ),
            () => OnGetAsync(id)
        );
    }
}
