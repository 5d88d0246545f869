using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>A group's progress reports, newest first, with those that were missed and the one that is due.</summary>
internal sealed class ReportsModel : GroupPage
{
    private const int PageSize = 10;

    public Page<GroupReportAnswer> Found { get; private set; } = new([], null);

    public bool IsLater { get; private set; }

    public static string HtmlOf(string text) => SafeMarkdown.ToHtml(text);

    public async Task<IActionResult> OnGetAsync(string id, string? after)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, GroupPermissions.Read) is { } no)
        {
            return no;
        }

        IsLater = after is not null;
        Result<Page<GroupReportAnswer>> found = await GroupBook.ListReportsAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now,
            after,
            PageSize
        );
        return found.Refusal is { Kind: RefusalKind.Malformed }
            ? LocalRedirect($"{At}/reports")
            : Show(found, page => Found = page);
    }
}
