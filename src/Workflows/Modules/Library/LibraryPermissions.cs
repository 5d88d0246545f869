using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Library;

/// <summary>The rights that this module asks for.</summary>
public static class LibraryPermissions
{
    public static readonly Permission Confirm = DutiesMatrix.ConfirmCascade.Permission(
        "confirm-cascade"
    );

    public static readonly Permission Chase = DutiesMatrix.Steer.Permission("chase-cascade");
}
