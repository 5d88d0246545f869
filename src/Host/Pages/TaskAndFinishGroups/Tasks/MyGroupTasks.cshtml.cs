using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>What the viewer has to do in all their groups, earliest due first.</summary>
internal sealed class MyGroupTasksModel : GovernancePage
{
    private const int PageSize = 25;

    public Page<GroupTaskAnswer> Found { get; private set; } = new([], null);

    public bool IsLater { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? after)
    {
        IsLater = after is not null;
        await using GovernanceDb db = Reading.Open();
        Result<Page<GroupTaskAnswer>> found = await GroupTaskBook.MineAsync(
            db,
            Viewer.PersonId,
            Reading.Now,
            after,
            PageSize
        );
        return found.Refusal is { Kind: RefusalKind.Malformed }
            ? LocalRedirect("/group-tasks")
            : Show(found, page => Found = page);
    }
}
