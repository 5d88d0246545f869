using Governance.Contracts;
using Governance.Host.SignIn;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>What a viewer is in one group: which links, buttons and forms they see. Whether an act is allowed stays the act's to say.</summary>
/// <param name="ReadsEveryBody">Whether decisions and actions of any body are theirs to read; others are not led to what they may not find.</param>
internal sealed record GroupRights(
    string Viewer,
    bool IsMember,
    bool IsChair,
    bool HoldsSeat,
    bool ChairsThemselves,
    bool IsBusinessUnit,
    string CommissionedBy,
    string State,
    bool ReadsEveryBody
)
{
    public const string ForTheOwner =
        "This is for the task’s owner, the chair of its group, or the business unit.";

    public const string ForMembers = "This is for the people of this group and the business unit.";

    public const string ForTheChair =
        "This is for the chair of this group, or the business unit on the chair’s behalf.";

    /// <summary>The lead or the delegate of the seat that commissioned it, unless they chair it themselves.</summary>
    public bool IsCommissioner => HoldsSeat && !ChairsThemselves;

    public bool MayStaff => IsBusinessUnit || IsChair || HoldsSeat;

    public bool MayAppointChair => IsBusinessUnit || IsCommissioner;

    public bool IsOver => State is "dissolved" or "stoodDown";

    public string? NotTheCommissioner =>
        IsCommissioner ? null
        : HoldsSeat
            ? "You chair this group, and nobody accepts their own work. Another holder of the seat decides."
        : $"This is for the lead or the delegate of the {GroupText.Seat(CommissionedBy)}, which commissioned this group.";

    /// <summary>Why nothing of the group can be worked on; null while it can.</summary>
    public string? NotWorking =>
        IsOver ? "This group has ended. What it left stands in its closure."
        : State == "closing"
            ? "The group’s closure is before its commissioner. Its tasks do not change until they have answered."
        : null;

    public bool MayWorkOn(GroupTaskAnswer task) => IsMember && (IsChair || task.Owner.Id == Viewer);

    public static GroupRights Of(Viewer viewer, GroupAnswer group)
    {
        AppointmentAnswer[] held =
        [
            .. viewer.Appointments.Where(each => each.Partnership == group.Partnership),
        ];
        bool unit = held.Any(each => each.Role == Roles.BusinessUnit);
        bool chairs = held.Any(each => each.Role == Roles.GroupChair && each.Group == group.Id);
        return new GroupRights(
            viewer.PersonId,
            unit || held.Any(each => each.Group == group.Id),
            unit || chairs,
            held.Any(each =>
                each.Seat == group.CommissionedBy && each.Level is Levels.Lead or Levels.Delegate
            ),
            chairs,
            unit,
            group.CommissionedBy,
            group.State,
            held.Any(each =>
                each.Role
                    is Roles.StatutoryPartner
                        or Roles.Scrutineer
                        or Roles.PartnershipChair
                        or Roles.BusinessUnit
                        or Roles.Inspector
            )
        );
    }
}
