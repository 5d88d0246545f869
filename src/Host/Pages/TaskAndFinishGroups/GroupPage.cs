using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>A page about one group: the group as the viewer may see it, and what they are in it.</summary>
internal abstract class GroupPage : GovernancePage
{
    public GroupAnswer Group { get; private set; } = null!;

    /// <summary>What the viewer is in this group.</summary>
    public GroupRights Rights { get; private set; } = null!;

    /// <summary>Why the page's form is not for this viewer, or not now; null where it is. Whether the act is allowed stays the act's to say.</summary>
    public string? WhyNot { get; protected set; }

    public string At => $"/groups/{Uri.EscapeDataString(Group.Id)}";

    public DateTime Now => Reading.Now;

    public DateOnly Today => Reading.Today;

    /// <summary>Everybody who is in the group today, for a select.</summary>
    public IReadOnlyList<Choice> PeopleOfGroup =>
        [
            .. Group
                .Members.Where(member => member.Current)
                .DistinctBy(member => member.Person)
                .Select(member => new Choice(
                    member.Person,
                    member.Role == Roles.GroupChair ? $"{member.Name} (chair)" : member.Name
                )),
        ];

    /// <summary>Null when the viewer may see the group and has the right.</summary>
    protected async Task<IActionResult?> LoadAsync(
        GovernanceDb db,
        string id,
        Permission permission
    )
    {
        Result<GroupAnswer> found = await GroupBook.FindAsync(db, id, Viewer.PersonId, Reading.Now);
        if (found.IsRefused)
        {
            return Refuse(found.Refusal);
        }

        Group = found.Value;
        Partnership = Group.Partnership;
        Rights = GroupRights.Of(Viewer, Group);
        return RefuseUnless(Group.Partnership, permission);
    }

    /// <summary>The group's own page, with what has been done at its head.</summary>
    protected IActionResult ToGroup(string id, string done, string at = "")
    {
        Tell(done);
        return LocalRedirect($"/groups/{Uri.EscapeDataString(id)}{at}");
    }
}
