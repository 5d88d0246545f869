using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Definitions;

/// <summary>The rights that this module asks for.</summary>
public static class DefinitionsPermissions
{
    /// <summary>Writing drafts, and proposing what a second person has to agree to: the business unit.</summary>
    public static readonly Permission Configure = DutiesMatrix.Configure.Permission(
        "configure-definitions"
    );

    /// <summary>Whoever may see how workflows run may read what they are.</summary>
    public static readonly Permission Read = new(
        "read-definitions",
        "Read the workflow definitions",
        Roles.StatutoryPartner,
        Roles.Scrutineer,
        Roles.PartnershipChair,
        Roles.BusinessUnit,
        Roles.GroupChair,
        Roles.GroupMember,
        Roles.Inspector
    );
}
