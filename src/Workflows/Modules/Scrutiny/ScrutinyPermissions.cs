using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Scrutiny;

/// <summary>The rights that this module asks for.</summary>
public static class ScrutinyPermissions
{
    /// <summary>Raising, assessing, closing, withdrawing, re-opening, editing: the scrutiny function and nobody else.</summary>
    public static readonly Permission Scrutinise = DutiesMatrix.Scrutinise.Permission(
        "scrutinise-challenge"
    );

    /// <summary>Acknowledging, answering, actions, positions: seats; which of them is each act's rule.</summary>
    public static readonly Permission Respond = DutiesMatrix.Respond.Permission(
        "respond-to-challenge"
    );

    /// <summary>The full register: whoever answers for the partnership, and who looks at it.</summary>
    public static readonly Permission Read = new(
        "read-challenges",
        "Read challenges of the scrutiny function",
        Roles.StatutoryPartner,
        Roles.Scrutineer,
        Roles.PartnershipChair,
        Roles.BusinessUnit,
        Roles.Inspector
    );
}
