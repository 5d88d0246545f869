using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>A group's tasks by filter, earliest due first; the address keeps the filter.</summary>
internal sealed class GroupTasksModel : GroupPage
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    public Page<GroupTaskAnswer> Found { get; private set; } = new([], null);

    public bool IsLater { get; private set; }

    public bool IsFiltered => !string.IsNullOrEmpty(State) || !string.IsNullOrEmpty(Owner);

    public static IEnumerable<Choice> States { get; } =
    [
        new(GroupTaskFilter.Finished, "Finished, however"),
        .. Choice.Of(GroupText.States, state => Words.State(GroupText.Shown(state))),
    ];

    /// <summary>Everybody who is or was in the group.</summary>
    public IEnumerable<Choice> Owners =>
        Group
            .Members.DistinctBy(member => member.Person)
            .Select(member => new Choice(member.Person, member.Name));

    public async Task<IActionResult> OnGetAsync(string id, string? after)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, GroupPermissions.Read) is { } no)
        {
            return no;
        }

        State = string.IsNullOrEmpty(State) ? null : State;
        Owner = string.IsNullOrEmpty(Owner) ? null : Owner;
        if (GroupTaskFilter.Check(State) is { } wrong)
        {
            AddErrors(wrong);
            return Page();
        }

        IsLater = after is not null;
        Result<Page<GroupTaskAnswer>> found = await GroupTaskBook.ListAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now,
            new GroupTaskFilter(State, Owner),
            after,
            PageSize
        );
        if (found.Refusal is { Kind: RefusalKind.Malformed })
        {
            // A cursor of an older address: the first page says more than an error.
            return LocalRedirect($"{At}/tasks");
        }

        return Show(found, page => Found = page);
    }
}
