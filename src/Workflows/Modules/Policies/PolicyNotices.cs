using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>What is told about a policy, and to whom. No passage of the text and no reason leaves the product by e-mail.</summary>
internal static class PolicyNotices
{
    public static NoticeDraft Published(Policy policy, string hash) =>
        Of(
            policy,
            hash,
            "policy.published",
            $"Published: {policy.Title}",
            $"Version {policy.PublishedVersion} is signed by all three seats and published. Its review is due by {policy.ReviewDate:d MMMM yyyy}.",
            [.. EverySeat, BusinessUnit, Scrutineer]
        );

    public static NoticeDraft IntegrityAlarm(Policy policy, string hash) =>
        Of(
            policy,
            hash,
            "policy.integrity-alarm",
            $"Integrity alarm: {policy.Title}",
            "The stored text is not the text that the three seats signed, so it was not published. Find out who changed the database, and save a new version.",
            [Recipient.Leads, Scrutineer, BusinessUnit]
        );

    public static NoticeDraft ReviewDue(Policy policy, string hash) =>
        Of(
            policy,
            hash,
            "policy.review-due",
            $"Review: {policy.Title}",
            $"The review of version {policy.PublishedVersion} is due by {policy.ReviewDate:d MMMM yyyy}.",
            [.. EverySeat, BusinessUnit]
        );

    public static NoticeDraft Withdrawn(Policy policy, string hash) =>
        Of(
            policy,
            hash,
            "policy.withdrawn",
            $"Withdrawn: {policy.Title}",
            "The policy was withdrawn and is no longer in the library.",
            [.. EverySeat, BusinessUnit, Scrutineer]
        );

    private static Recipient[] EverySeat => [.. Seats.All.Select(seat => Recipient.Seat(seat))];

    private static Recipient BusinessUnit => Recipient.Role(Roles.BusinessUnit);

    private static Recipient Scrutineer => Recipient.Role(Roles.Scrutineer);

    private static NoticeDraft Of(
        Policy policy,
        string hash,
        string kind,
        string title,
        string text,
        Recipient[] to
    ) => new(kind, new SubjectRef(PoliciesWords.Policy, policy.Id, hash), title, text, to);
}
