using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Host.Pages.Instances;
using Governance.Modules.Calendars;
using Governance.Modules.Policies;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>One group: what comes next, what is owed by when, who is in it, what it brings about, and how it ended.</summary>
internal sealed class GroupModel : GroupPage
{
    private const int MostOutputs = 20;

    public GroupNext? Next { get; private set; }

    public WorkingCalendar Calendar { get; private set; } = null!;

    /// <summary>The policies that are its output; empty for those who read none.</summary>
    public IReadOnlyList<PolicyLine> Outputs { get; private set; } = [];

    public bool HasMoreOutputs { get; private set; }

    public InstanceMap? Drawn { get; private set; }

    /// <summary>Members of today and of before.</summary>
    public IEnumerable<GroupMemberAnswer> Former => Group.Members.Where(each => !each.Current);

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, GroupPermissions.Read) is { } no)
        {
            return no;
        }

        Drawn = await DrawnWorkflow.FindAsync(db, Viewer, Group.Partnership, Group.Instance);
        Calendar = await CalendarBook.CurrentAsync(db, CalendarIds.EnglandAndWales);
        Next = GroupNext.Of(Group, Rights, Reading.Today, Calendar);
        Result<PolicyFilter> filter = PolicyFilter.Read([null], [null], group: Group.Id);
        Result<PolicyList> outputs = filter.IsRefused
            ? filter.Refusal
            : await PolicyListing.ListAsync(
                db,
                Group.Partnership,
                Viewer.PersonId,
                Reading.Now,
                filter.Value,
                take: MostOutputs
            );
        if (!outputs.IsRefused)
        {
            Outputs = outputs.Value.Items;
            HasMoreOutputs = outputs.Value.Next is not null;
        }

        return Page();
    }
}
