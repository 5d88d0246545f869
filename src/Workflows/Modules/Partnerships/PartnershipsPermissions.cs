using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Partnerships;

/// <summary>The rights that this module asks for.</summary>
public static class PartnershipsPermissions
{
    public static readonly Permission Appoint = DutiesMatrix.Appoint.Permission("appoint");

    /// <summary>Lists as a whole, and what has no operation of its own otherwise; each row is an act with its own right.</summary>
    public static readonly Permission BringIn = DutiesMatrix.BringIn.Permission("bring-in");

    public static readonly Permission Approve = DutiesMatrix.Approve.Permission("approve");

    public static readonly Permission Delegate = DutiesMatrix.Delegate.Permission("delegate");

    public static readonly Permission DeclareInterest = DutiesMatrix.DeclareInterest.Permission(
        "declare-interest"
    );

    /// <summary>Seeing who holds what in a partnership: everybody who holds something there themselves.</summary>
    public static readonly Permission SeePartnership = new(
        "see-partnership",
        "See the partnership's seats, people and vacancies",
        [.. Roles.All]
    );

    /// <summary>The register of interests: everybody of the partnership but its administrator, who reads nothing of its cases.</summary>
    public static readonly Permission ReadInterests = new(
        "read-interests",
        "Read the register of interests",
        [.. Roles.All.Where(role => role != Roles.Administrator)]
    );

    /// <summary>
    /// An act on something of the caller's own (a notice): it asks for no appointment, since whoever was told something may say
    /// that they have read it even after their term. The act's <c>Locate</c> finds nothing that is somebody else's.
    /// </summary>
    public static Permission Own(string name, string description) =>
        new(name, description, Anyone) { IsForMachines = true };

    internal const string Anyone = "*";
}
