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

    /// <summary>How one is told outside the product, also after one's term.</summary>
    public static readonly Permission OwnPreferences = PartnershipsPermissions.Own(
        "own-notice-preferences",
        "Say how one is told outside the service"
    );

    /// <summary>Whether messages go out: states and numbers, to the administrator, who reads no content.</summary>
    public static readonly Permission ReadDeliveries = DutiesMatrix.Administer.Permission(
        "read-deliveries"
    );

    /// <summary>Having messages that were given up tried again, with a reason.</summary>
    public static readonly Permission RetryDeliveries = DutiesMatrix.Administer.Permission(
        "retry-deliveries"
    );

    /// <summary>An act of the installation: the preferences hold in all of somebody's partnerships.</summary>
    internal static Task<ActPlace?> LocatePreferencesAsync(Act act) =>
        Task.FromResult<ActPlace?>(
            new ActPlace(
                Partnership.Installation,
                new SubjectRef("noticePreferences", act.Caller.PersonId)
            )
        );
}
