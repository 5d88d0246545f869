using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>The groups of a partnership, newest first: those that go on, or those that have ended.</summary>
internal sealed class GroupsModel : GovernancePage
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    public Page<GroupLine> Found { get; private set; } = new([], null);

    public bool IsLater { get; private set; }

    public bool MayCommission { get; private set; }

    public DateOnly Today => Reading.Today;

    public async Task<IActionResult> OnGetAsync(string p, string? after)
    {
        Partnership = p;
        if (RefuseUnless(p, GroupPermissions.Read) is { } no)
        {
            return no;
        }

        MayCommission = Viewer.May(p, GroupPermissions.Commission);
        IsLater = after is not null;
        await using GovernanceDb db = Reading.Open();
        Result<Page<GroupLine>> found = await GroupBook.ListAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Now,
            Ended,
            after,
            PageSize
        );
        if (found.Refusal is { Kind: RefusalKind.Malformed })
        {
            // A cursor of an older address: the first page says more than an error.
            return LocalRedirect(Request.Path);
        }

        return Show(found, page => Found = page);
    }
}
