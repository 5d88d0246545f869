using Governance.Contracts;
using Governance.Contracts.Attestations;
using Governance.Modules.Partnerships;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Host.Pages.Attestations;

/// <summary>What the pages around attestations share: whose appointment a line is. Groups are named to whoever may read them.</summary>
internal abstract class AttestationPage : GovernancePage
{
    private Dictionary<string, string> _agencies = [];
    private Dictionary<string, string> _groups = [];

    public string What(AttestedLine line) =>
        Words.Appointment(line.Role, line.Seat, line.Level)
        + (
            line.Agency is { } agency ? $", {_agencies.GetValueOrDefault(agency, agency)}"
            : line.Group is { } group ? $", {_groups.GetValueOrDefault(group, group)}"
            : string.Empty
        );

    protected async Task LoadNamesAsync(GovernanceDb db)
    {
        Result<PartnershipAnswer> partnership = await PartnershipBook.FindAsync(
            db,
            Partnership!,
            Viewer.PersonId,
            Reading.Now
        );
        _agencies = partnership.IsRefused
            ? []
            : partnership.Value.Agencies.ToDictionary(each => each.Id, each => each.Name);
        _groups = Viewer.May(Partnership!, GroupPermissions.Read)
            ? await db.Set<TaskAndFinishGroup>()
                .Where(each => each.PartnershipId == Partnership)
                .ToDictionaryAsync(each => each.Id, each => each.Name)
            : [];
    }
}
