using Governance.Contracts;

namespace Governance.Modules.Notices;

/// <summary>Published codes; never change.</summary>
internal static class NoticePreferenceRefusals
{
    public static readonly Refusal NoEmail = new(
        "notice-address.not-sent-here",
        "This service sends no e-mail. Your notices stand on the notices page.",
        RefusalKind.Conflict
    );

    public static readonly Refusal TooMany = new(
        "notice-address.too-many",
        "You have given five addresses within a day. Try again tomorrow.",
        RefusalKind.Conflict
    );

    public static readonly Refusal LinkNotValid = new(
        "notice-address.link-not-valid",
        "This link has been used, is older than 24 hours, or is not yours. Give the address again to get another.",
        RefusalKind.Conflict
    );
}
