using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>The rights that this module asks for, and what they mean in one group.</summary>
public static class GroupPermissions
{
    public static readonly Permission Commission = DutiesMatrix.Commission.Permission(
        "commission-group"
    );

    /// <summary>Tasks, reports, terms, closure: chair, members and the business unit; each act says which of them.</summary>
    public static readonly Permission Progress = DutiesMatrix.Progress.Permission("progress-group");

    /// <summary>Approving terms, accepting a closure, extending, standing down: the commissioning seat.</summary>
    public static readonly Permission Accept = DutiesMatrix.AcceptWork.Permission(
        "accept-group-work"
    );

    /// <summary>Members, chair and vice-chair: the commissioner, the chair or the business unit.</summary>
    public static readonly Permission Staff = DutiesMatrix.Staff.Permission("staff-group");

    /// <summary>Everybody who reads drafts reads what a group does; agencies whose people sit in it read it as its members.</summary>
    public static readonly Permission Read = new(
        "read-group",
        "Read task and finish groups",
        Roles.StatutoryPartner,
        Roles.Scrutineer,
        Roles.PartnershipChair,
        Roles.BusinessUnit,
        Roles.GroupChair,
        Roles.GroupMember,
        Roles.Inspector
    );

    internal static Refusal? CheckMember(Act act, TaskAndFinishGroup group)
    {
        Standing standing = act.Kept<Standing>()!;
        return standing.Holds(Roles.BusinessUnit) || standing.IsIn(group.Id)
            ? null
            : GroupRefusals.NotYours;
    }

    internal static Refusal? CheckChair(Act act, TaskAndFinishGroup group)
    {
        Standing standing = act.Kept<Standing>()!;
        return standing.Holds(Roles.BusinessUnit) || standing.Chairs(group.Id)
            ? null
            : GroupRefusals.NotTheChair;
    }

    /// <summary>The lead or the delegate of the commissioning seat, and never who chairs the group themselves.</summary>
    internal static Refusal? CheckCommissioner(Act act, TaskAndFinishGroup group)
    {
        Standing standing = act.Kept<Standing>()!;
        bool decides =
            standing.HoldsSeat(group.CommissionedBy, Levels.Lead)
            || standing.HoldsSeat(group.CommissionedBy, Levels.Delegate);
        if (!decides)
        {
            return GroupRefusals.NotTheCommissioner;
        }

        act.Capacity = new ActCapacity(
            group.CommissionedBy,
            standing.HoldsSeat(group.CommissionedBy, Levels.Lead) ? Levels.Lead : Levels.Delegate
        );
        return standing.Chairs(group.Id) ? GroupRefusals.CommissionerChairs : null;
    }

    internal static Refusal? CheckStaffing(Act act, TaskAndFinishGroup group)
    {
        Standing standing = act.Kept<Standing>()!;
        return
            standing.Holds(Roles.BusinessUnit)
            || standing.Chairs(group.Id)
            || standing.HoldsSeat(group.CommissionedBy, Levels.Lead)
            || standing.HoldsSeat(group.CommissionedBy, Levels.Delegate)
            ? null
            : GroupRefusals.NotTheChair;
    }

    internal static Refusal? CheckOwner(Act act, TaskAndFinishGroup group, GroupTask task) =>
        CheckMember(act, group) is { } notYours ? notYours
        : task.OwnerId == act.Caller.PersonId || CheckChair(act, group) is null ? null
        : GroupRefusals.NotTheOwner;
}
