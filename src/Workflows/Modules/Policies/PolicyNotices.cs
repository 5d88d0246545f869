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
            NoticeMessage.News(NoticeMatter.Policy),
            $"Published: {policy.Title}",
            $"Version {policy.PublishedVersion} is signed by all three seats and published. Its review is due by {policy.ReviewDate:d MMMM yyyy}.",
            [.. EverySeat, BusinessUnit, Scrutineer]
        );

    public static NoticeDraft IntegrityAlarm(Policy policy, string hash) =>
        Of(
            policy,
            hash,
            "policy.integrity-alarm",
            NoticeMessage.Alarm(NoticeMatter.Policy),
            $"Integrity alarm: {policy.Title}",
            "The stored text is not the text that the three seats signed, so it was not published. Find out who changed the database, and save a new version.",
            [Recipient.Leads, Scrutineer, BusinessUnit]
        );

    /// <param name="workingDays">How many are left until the review date; negative when it has passed.</param>
    public static NoticeDraft ReviewDue(Policy policy, string hash, int workingDays) =>
        Of(
            policy,
            hash,
            workingDays < 0 ? "policy.review-overdue" : "policy.review-due",
            workingDays < 0
                ? NoticeMessage.Late(NoticeMatter.Review)
                : NoticeMessage.StillWaits(NoticeMatter.Review),
            workingDays < 0 ? $"Review overdue: {policy.Title}" : $"Review: {policy.Title}",
            workingDays < 0
                ? $"The review of version {policy.PublishedVersion} was due by {policy.ReviewDate:d MMMM yyyy}, and no outcome is recorded."
                : $"The review of version {policy.PublishedVersion} is due by {policy.ReviewDate:d MMMM yyyy}.",
            workingDays < 0
                    ?
                    [
                        Recipient.Person(policy.OwnerId),
                        .. EverySeat,
                        BusinessUnit,
                        Chair,
                        Scrutineer,
                    ]
                : workingDays == 0 ? [Recipient.Person(policy.OwnerId), .. EverySeat, BusinessUnit]
                : [Recipient.Person(policy.OwnerId), BusinessUnit]
        );

    public static NoticeDraft Reviewed(Policy policy, PolicyReview review) =>
        Of(
            policy,
            review.Hash,
            "policy.reviewed",
            NoticeMessage.News(NoticeMatter.Review),
            $"Reviewed: {policy.Title}",
            review.Outcome == ReviewOutcomes.StillStands
                ? $"Version {review.Number} still stands. Its next review is due by {review.NextDue:d MMMM yyyy}."
                : $"Version {review.Number} is to be revised. It stays in force until a new version is published.",
            [.. EverySeat, BusinessUnit, Scrutineer]
        );

    public static NoticeDraft OwnerNamed(Policy policy, string hash) =>
        Of(
            policy,
            hash,
            "policy.owner-named",
            NoticeMessage.News(NoticeMatter.Policy),
            $"Yours to look after: {policy.Title}",
            "You were named as the owner of this policy and are reminded of its review.",
            [Recipient.Person(policy.OwnerId)]
        );

    public static NoticeDraft Withdrawn(Policy policy, string hash) =>
        Of(
            policy,
            hash,
            "policy.withdrawn",
            NoticeMessage.News(NoticeMatter.Policy),
            $"Withdrawn: {policy.Title}",
            "The policy was withdrawn and is no longer in the library.",
            [.. EverySeat, BusinessUnit, Scrutineer]
        );

    private static Recipient[] EverySeat => [.. Seats.All.Select(seat => Recipient.Seat(seat))];

    private static Recipient BusinessUnit => Recipient.Role(Roles.BusinessUnit);

    private static Recipient Chair => Recipient.Role(Roles.PartnershipChair);

    private static Recipient Scrutineer => Recipient.Role(Roles.Scrutineer);

    private static NoticeDraft Of(
        Policy policy,
        string hash,
        string kind,
        NoticeMessage message,
        string title,
        string text,
        Recipient[] to
    ) => new(kind, message, new SubjectRef(PoliciesWords.Policy, policy.Id, hash), title, text, to);
}
