using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>Policies and versions as they cross the wire.</summary>
internal static class PolicyAnswersFor
{
    public static PolicySaved Saved(Policy policy, string hash, bool changed) =>
        new(policy.Id, policy.State, policy.NewestVersion, hash, changed, policy.Tag);

    public static AttachmentAnswer Of(PolicyAttachment file) =>
        new(file.FileName, file.ContentType, file.Size, file.Hash);

    public static PolicyVersionAnswer Of(
        PolicyReader reader,
        PolicyVersion version,
        IReadOnlyDictionary<string, string> names
    ) =>
        new(
            version.Number,
            reader.StateOf(version.Number),
            version.Class,
            version.Title,
            version.Body,
            SafeMarkdown.ToHtml(version.Body),
            version.ReviewMonths,
            version.Hash,
            [
                .. version
                    .Attachments.OrderBy(file => file.FileName, StringComparer.Ordinal)
                    .ThenBy(file => file.Hash, StringComparer.Ordinal)
                    .Select(Of),
            ],
            version.SavedBy,
            names.GetValueOrDefault(version.SavedBy, version.SavedBy),
            version.SavedAt,
            version.PublishedAt
        );

    /// <summary>The newest has the policy's state; the one in force is published; every other has been replaced.</summary>
    public static string StateOf(Policy policy, int number) =>
        number == policy.NewestVersion ? policy.State
        : policy.State == PolicyStates.Withdrawn && number == policy.PublishedVersion
            ? PolicyStates.Withdrawn
        : number == policy.PublishedVersion ? PolicyStates.Published
        : PolicyStates.Superseded;

    /// <summary>For a text in force that was changed in the database after it was signed.</summary>
    public static BannerAnswer NotAsSigned { get; } =
        new(
            "integrityAlarm",
            "The stored text is not the text that was signed. Do not rely on it; ask the partnership for the signed text."
        );

    /// <summary>
    /// For those who see the draft: that its text, as it came, was approved elsewhere. Once a later version is saved it is another text,
    /// and once the three seats have signed nobody needs it.
    /// </summary>
    public static async Task<IReadOnlyList<BannerAnswer>> ApprovedOutsideAsync(
        GovernanceDb db,
        Policy policy,
        PolicyVersion? draft
    )
    {
        if (draft is null || policy.PublishedVersion is not null)
        {
            return [];
        }

        OutsideApproval? approval = await db.Set<OutsideApproval>()
            .SingleOrDefaultAsync(row => row.PolicyId == policy.Id && row.Number == draft.Number);
        if (approval is null)
        {
            return [];
        }

        string review = approval.ReviewOn is { } day
            ? $" Its review was due on {day:d MMMM yyyy}."
            : "";
        return
        [
            new(
                "approvedOutside",
                $"Approved outside this service by {approval.By} on {approval.On:d MMMM yyyy}; evidence: {approval.Evidence}.{review} Nobody has signed it here.",
                approval.On
            ),
        ];
    }

    public static IReadOnlyList<BannerAnswer> BannersOf(Policy policy, DateOnly today)
    {
        List<BannerAnswer> banners = [];
        if (policy.IntegrityAlarmAt is not null)
        {
            banners.Add(
                new(
                    "integrityAlarm",
                    "The stored text is not the text that was signed. It was not published.",
                    London.DateOf(policy.IntegrityAlarmAt.Value)
                )
            );
        }

        if (policy.State == PolicyStates.Withdrawn)
        {
            banners.Add(
                new(
                    "withdrawn",
                    "This policy was withdrawn and is not in force.",
                    policy.WithdrawnAt is { } withdrawn ? London.DateOf(withdrawn) : null
                )
            );
        }
        else if (policy.ReviewDate < today)
        {
            banners.Add(
                new(
                    "reviewDue",
                    $"A review was due by {policy.ReviewDate:d MMMM yyyy}.",
                    policy.ReviewDate
                )
            );
        }

        return banners;
    }
}
