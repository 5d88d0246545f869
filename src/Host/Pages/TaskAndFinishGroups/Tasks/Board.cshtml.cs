using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>A group's tasks in columns by state: a heading and a list for each, so that it reads from top to bottom too.</summary>
internal sealed class BoardModel : GroupPage
{
    private const int MostInAColumn = 12;

    public IReadOnlyList<BoardColumn> Columns { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, GroupPermissions.Read) is { } no)
        {
            return no;
        }

        GroupTaskCounts counts = Group.Tasks;
        (string State, string Title, int Count)[] columns =
        [
            (TaskStates.Open, "Not started", counts.Open),
            (TaskStates.Started, "Started", counts.Started),
            (TaskStates.Blocked, "Blocked", counts.Blocked),
            (
                GroupTaskFilter.Finished,
                "Finished",
                counts.Completed + counts.Dropped + counts.Transferred
            ),
        ];
        List<BoardColumn> filled = [];
        foreach ((string state, string title, int count) in columns)
        {
            Result<Page<GroupTaskAnswer>> tasks = await GroupTaskBook.ListAsync(
                db,
                id,
                Viewer.PersonId,
                Reading.Now,
                new GroupTaskFilter(state),
                take: MostInAColumn
            );
            if (tasks.Refusal is { } refusal)
            {
                return Refuse(refusal);
            }

            filled.Add(new BoardColumn(state, title, count, tasks.Value.Items));
        }

        Columns = filled;
        return Page();
    }
}

/// <param name="Count">How many there are; <paramref name="Tasks"/> are the first of them.</param>
internal sealed record BoardColumn(
    string State,
    string Title,
    int Count,
    IReadOnlyList<GroupTaskAnswer> Tasks
);
