using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Policies;
using Governance.Modules.Scrutiny;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Policies;

/// <summary>One policy: what comes next and who has it, what the viewer may do, where it stands, what happened to it.</summary>
internal sealed class PolicyModel(PolicyOutlooks outlooks) : GovernancePage
{
    private const int FactsShown = 15;

    public PolicyAnswer Policy { get; private set; } = null!;

    public PolicyOutlook Outlook { get; private set; } = null!;

    public PolicyTimelinePart Timeline { get; private set; } = null!;

    /// <summary>The text that is shown first: the newest, for those who see no drafts the one in force.</summary>
    public PolicyVersionAnswer Text => (Policy.Draft ?? Policy.Published)!;

    /// <summary>The name of the group whose output it is; null where that is a name already.</summary>
    public string? GroupName { get; private set; }

    public bool MayReadGroup => Viewer.May(Policy.Partnership, GroupPermissions.Read);

    public bool MayDraft { get; private set; }

    public bool MaySteer { get; private set; }

    public DateTime Now => Reading.Now;

    public WorkingCalendar Calendar { get; private set; } = null!;

    public bool IsWithdrawn => Policy.State == PolicyStates.Withdrawn;

    /// <summary>Nothing to sign while the newest version is the one in force, and nothing to ask for while it is asked.</summary>
    public bool MayRequestSignOff =>
        MaySteer
        && !IsWithdrawn
        && Policy.Draft is not null
        && Outlook.Next?.Kind is PolicyNextKind.Finish or PolicyNextKind.FillSeat;

    public async Task<IActionResult> OnGetAsync(string id, string? after, string? before)
    {
        await using GovernanceDb db = Reading.Open();
        Result<PolicyAnswer> found = await PolicyBook.FindAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        Policy = found.Value with
        {
            Banners = [.. found.Value.Banners, .. await PolicyChallenges.BannersAsync(db, id)],
        };
        Partnership = Policy.Partnership;
        Outlook = (await outlooks.FindAsync(db, id, Viewer.PersonId, Reading.Now)).Value;
        Calendar = await CalendarBook.CurrentAsync(db, CalendarIds.EnglandAndWales);
        if (Policy.Group is { } group)
        {
            GroupName = (
                await GroupBook.NamesAsync(db, Policy.Partnership, [group])
            ).GetValueOrDefault(group);
        }

        MayDraft = !IsWithdrawn && Viewer.MayDraft(Policy.Partnership, Policy.Group);
        MaySteer = Viewer.MaySteer(Policy.Partnership, Policy.Group);
        Result<PolicyTimelinePart> timeline = await PolicyTimeline.FindAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now,
            after,
            before,
            FactsShown
        );
        return timeline.Refusal is { Kind: RefusalKind.Malformed }
            ? Redirect($"/policies/{Uri.EscapeDataString(id)}")
            : Show(timeline, part => Timeline = part);
    }
}
