using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Attestations;

/// <summary>The rights that this module asks for. Who holds what is read by whoever sees the partnership's people.</summary>
public static class AttestationsPermissions
{
    /// <summary><see cref="AttestationBodies.Answers"/> says who of them.</summary>
    public static readonly Permission Attest = DutiesMatrix.Attest.Permission("attest");

    public static readonly Permission Read = PartnershipsPermissions.SeePartnership;
}
