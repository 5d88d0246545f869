using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>A group's unfinished tasks along the calendar, drawn, beside a table of the same facts.</summary>
internal sealed class TimelineModel : GroupPage
{
    /// <summary>More cannot be read in a drawing; the list has them all.</summary>
    public const int Most = 60;

    public IReadOnlyList<GroupTaskAnswer> Tasks { get; private set; } = [];

    public bool HasMore { get; private set; }

    public TimelineDrawing Drawing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, GroupPermissions.Read) is { } no)
        {
            return no;
        }

        return Show(
            await GroupTaskBook.ListAsync(
                db,
                id,
                Viewer.PersonId,
                Reading.Now,
                new GroupTaskFilter(GroupTaskFilter.Unfinished),
                take: Most
            ),
            page =>
            {
                Tasks = page.Items;
                HasMore = page.Next is not null;
                Drawing = TimelineDrawing.Of(page.Items, Reading.Today, Group.Sunset);
            }
        );
    }
}
