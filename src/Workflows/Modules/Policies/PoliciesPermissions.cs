using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>The rights that this module asks for, and what they mean for people of a group.</summary>
public static class PoliciesPermissions
{
    public static readonly Permission Draft = DutiesMatrix.Draft.Permission("draft-policy");

    public static readonly Permission Steer = DutiesMatrix.Steer.Permission("steer-policy");

    /// <summary>Everybody who holds something in the partnership but its administrator, who reads no case text.</summary>
    public static readonly Permission Read = new(
        "read-policy",
        "Read policies",
        [.. Roles.All.Where(role => role != Roles.Administrator)]
    );

    /// <summary>Who sees drafts too; agencies and practitioners see what is published.</summary>
    internal static readonly string[] DraftReaders =
    [
        Roles.StatutoryPartner,
        Roles.Scrutineer,
        Roles.PartnershipChair,
        Roles.BusinessUnit,
        Roles.GroupChair,
        Roles.GroupMember,
        Roles.Inspector,
    ];

    /// <summary>Seeing where a draft stands, and who wrote it.</summary>
    public static Permission SeeDrafts { get; } =
        new("see-drafts", "See drafts and where they stand", DraftReaders);

    /// <summary>People whose right comes from a group have it for that group's texts only.</summary>
    internal static Refusal? CheckGroup(Act act, string? groupId, bool chairOnly)
    {
        Standing standing = act.Kept<Standing>()!;
        string[] others = chairOnly
            ? [Roles.BusinessUnit]
            : [Roles.BusinessUnit, Roles.StatutoryPartner];
        bool mayAnyway = act.Caller.IsService || standing.HoldsAny(others);
        bool byGroup =
            groupId is not null && (chairOnly ? standing.Chairs(groupId) : standing.IsIn(groupId));
        return mayAnyway || byGroup ? null : PoliciesRefusals.NotYourGroup;
    }
}
