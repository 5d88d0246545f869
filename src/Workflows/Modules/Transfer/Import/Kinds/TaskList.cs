using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Transfer.Import.Kinds;

/// <summary>What task and finish groups still have to do.</summary>
internal sealed class TaskList(AddGroupTask add) : IImportKind
{
    public string Name => ImportKinds.Tasks;

    public string Act => "group.add-task";

    public IReadOnlyList<ListColumn> Columns { get; } =
    [
        new("group", true, "The group, by its name"),
        new("title", true, "What is to be done", "task"),
        new("owner", true, "Who does it: somebody of the group, by e-mail address or name"),
        new("due", false, "The last day", "due date"),
        new("working days", false, "Or so many working days from today"),
        new("description", false, "More about it"),
    ];

    public string IdentityOf(ListRow row) =>
        $"{(row["group"] ?? "").ToLowerInvariant()}\u001f{(row["title"] ?? "").ToLowerInvariant()}";

    /// <summary>A task of the group with that title.</summary>
    public async Task<BroughtIn?> FindAsync(GovernanceDb db, ImportRun run, ListRow row)
    {
        if (await GroupAsync(db, run, row["group"]) is not { } group)
        {
            return null;
        }

        string? title = row["title"];
        string? id = await db.Set<GroupTask>()
            .Where(task => task.GroupId == group && task.Title == title)
            .OrderBy(task => task.Id)
            .Select(task => task.Id)
            .FirstOrDefaultAsync();
        return id is null ? null : Made(id);
    }

    public async Task<Result<BroughtIn>> BringInAsync(ImportRun run, ActCaller caller, ListRow row)
    {
        FieldErrors errors = new();
        string? group;
        await using (GovernanceDb db = run.Open())
        {
            group = await GroupAsync(db, run, row["group"]);
        }

        errors.When(
            group is null,
            "group",
            "Name one group of this partnership that is not over; bring the groups in first."
        );
        GroupTaskBody body = new(
            row["title"],
            await run.PersonAsync(row, "owner", errors),
            row.NumberOf("working days", errors),
            row.DayOf("due", errors),
            Description: row["description"]
        );
        return errors.AsRefusal() is { } wrong
            ? wrong
            : (await add.HandleAsync(caller, group!, body)).Then(task => Made(task.Id));
    }

    public string ColumnOf(string field) => field == "workingDays" ? "working days" : field;

    private static async Task<string?> GroupAsync(GovernanceDb db, ImportRun run, string? name)
    {
        bool over = false;
        List<string> ids = await db.Set<TaskAndFinishGroup>()
            .Where(group => group.PartnershipId == run.PartnershipId && group.IsOver == over)
            .Where(group => group.Name == name || group.Id == name)
            .Select(group => group.Id)
            .Take(2)
            .ToListAsync();
        return ids.Count == 1 ? ids[0] : null;
    }

    private static BroughtIn Made(string id) => new(id, $"/group-tasks/{id}");
}
