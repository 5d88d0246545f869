using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Notices;

/// <summary>The rights that this module asks for.</summary>
public static class NoticesPermissions
{
    /// <summary>One's own notices, also after one's term.</summary>
    public static readonly Permission Read = PartnershipsPermissions.Own(
        "read-notice",
        "Say that a notice of one's own has been read"
    );
}
