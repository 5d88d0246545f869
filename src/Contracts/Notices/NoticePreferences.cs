namespace Governance.Contracts;

/// <summary>How the caller is told outside the product.</summary>
/// <param name="Address">Confirmed; null when nothing is sent.</param>
/// <param name="Proposed">Given and not confirmed yet, until <paramref name="ProposedUntil"/>.</param>
/// <param name="ByDuty">each or daily.</param>
/// <param name="Rest">each, daily or off.</param>
/// <param name="SendsEmail">Whether this service sends e-mail at all.</param>
public sealed record NoticePreferencesAnswer(
    string? Address,
    DateTime? ConfirmedAt,
    string? Proposed,
    DateTime? ProposedUntil,
    string ByDuty,
    string Rest,
    bool SendsEmail
);

/// <param name="ByDuty">What is addressed by duty: each or daily.</param>
/// <param name="Rest">The rest: each, daily or off.</param>
public sealed record NoticePreferencesBody(string? ByDuty, string? Rest);

/// <param name="Address">Where to be told; a link is sent there.</param>
public sealed record NoticeAddressBody(string? Address);

/// <param name="Key">What stood in the link.</param>
public sealed record ConfirmNoticeAddressBody(string? Key);
