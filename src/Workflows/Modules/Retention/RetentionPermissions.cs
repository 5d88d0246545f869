using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Retention;

/// <summary>The rights that this module asks for.</summary>
public static class RetentionPermissions
{
    public static readonly Permission Hold = DutiesMatrix.Hold.Permission("legal-hold");

    public static readonly Permission Keep = DutiesMatrix.KeepRetention.Permission(
        "keep-retention"
    );

    public static readonly Permission Agree = DutiesMatrix.AgreeDisposal.Permission(
        "agree-disposal"
    );

    public static readonly Permission Erase = DutiesMatrix.ErasePerson.Permission("erase-person");

    /// <summary>
    /// The act itself: the installation knows administrators and business units only, and whoever else is known somewhere is told by
    /// name that it is not theirs (<see cref="ProposeErasure"/>).
    /// </summary>
    internal static readonly Permission ProposeErasure = new(
        Erase.Name,
        Erase.Description,
        PartnershipsPermissions.Anyone
    );

    /// <summary>Holds, the schedule, what is due and what was disposed of.</summary>
    public static readonly Permission Read = new(
        "read-retention",
        "See what is kept how long, what is held and what was disposed of",
        Roles.StatutoryPartner,
        Roles.Scrutineer,
        Roles.BusinessUnit,
        Roles.Inspector
    );

    /// <summary>What became of an erasure: who proposes, and who agrees.</summary>
    public static readonly Permission ReadErasures = new(
        "read-erasures",
        "See what was erased of a person’s data",
        Roles.Administrator,
        Roles.BusinessUnit
    );
}
