using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>The tasks of a group that another can wait for.</summary>
internal static class WaitChoices
{
    private const int Most = 100;

    /// <summary>Unfinished ones, the earliest due first, and all that it waits for already; and whether there are more.</summary>
    public static async Task<(IReadOnlyList<Choice> Choices, bool HasMore)> OfAsync(
        GovernanceDb db,
        GroupAnswer group,
        string viewer,
        DateTime now,
        IReadOnlyList<TaskLink> already,
        string? except
    )
    {
        Result<Page<GroupTaskAnswer>> found = await GroupTaskBook.ListAsync(
            db,
            group.Id,
            viewer,
            now,
            new GroupTaskFilter(GroupTaskFilter.Unfinished),
            take: Most
        );
        if (found.IsRefused)
        {
            return ([], false);
        }

        HashSet<string> listed = [.. found.Value.Items.Select(task => task.Id)];
        return (
            [
                .. already
                    .Where(before => !listed.Contains(before.Id))
                    .Select(before => new Choice(
                        before.Id,
                        GroupText.NameOf(before),
                        Words.State(before.State)
                    )),
                .. found
                    .Value.Items.Where(task => task.Id != except)
                    .Select(task => new Choice(
                        task.Id,
                        GroupText.NameOf(task),
                        $"{task.Owner.Name}, due {Dates.Day(task.Due)}"
                    )),
            ],
            found.Value.Next is not null
        );
    }
}
