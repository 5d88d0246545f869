using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Cases;

/// <summary>The rights that this module asks for.</summary>
public static class CasesPermissions
{
    /// <summary>Proposing to move running instances to another version: the business unit; a second person agrees.</summary>
    public static readonly Permission Migrate = DutiesMatrix.Configure.Permission(
        "migrate-instances"
    );

    /// <summary>Retry, skip, cancel: the business unit, with a reason, shown to the scrutiny function.</summary>
    public static readonly Permission Operate = DutiesMatrix.Operate.Permission(
        "operate-instances"
    );
}
