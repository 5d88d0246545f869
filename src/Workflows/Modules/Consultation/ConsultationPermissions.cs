using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Consultation;

/// <summary>The rights that this module asks for, and what they mean for people of a group.</summary>
public static class ConsultationPermissions
{
    public static readonly Permission Steer = DutiesMatrix.Steer.Permission("steer-consultation");

    public static readonly Permission Comment = DutiesMatrix.Comment.Permission("comment");

    /// <summary>Everybody who holds something in the partnership but its administrator, who reads no case text.</summary>
    public static readonly Permission Read = new(
        "read-consultation",
        "Read consultations",
        [.. Roles.All.Where(role => role != Roles.Administrator)]
    );

    /// <summary>Who sees every comment; the audience sees what its own bodies have said.</summary>
    internal static readonly string[] SeeEverything =
    [
        Roles.StatutoryPartner,
        Roles.Scrutineer,
        Roles.PartnershipChair,
        Roles.BusinessUnit,
        Roles.GroupChair,
        Roles.GroupMember,
        Roles.Inspector,
    ];

    /// <summary>The business unit steers every text, a group's chair only that group's.</summary>
    internal static Refusal? CheckGroup(Act act, string? groupId)
    {
        Standing standing = act.Kept<Standing>()!;
        return
            act.Caller.IsService
            || standing.Holds(Roles.BusinessUnit)
            || groupId is not null && standing.Chairs(groupId)
            ? null
            : ConsultationRefusals.NotYourGroup;
    }
}
