using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.SignOff;

/// <summary>The rights that this module asks for; seat, level and authorship are decided by <see cref="SigningAuthority"/>.</summary>
public static class SignOffPermissions
{
    public static readonly Permission Sign = DutiesMatrix.Sign.Permission("sign");

    public static readonly Permission Comment = DutiesMatrix.Scrutinise.Permission(
        "scrutiny-comment"
    );
}
