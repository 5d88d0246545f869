using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Modules.SignOff;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>The public library: what is in force, with what proves it. It needs no account and shows no draft.</summary>
public static class LibraryBook
{
    /// <summary>The texts in force of a partnership, by title.</summary>
    public static async Task<Result<Page<LibraryLine>>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string? after = null,
        int take = 50
    )
    {
        if (!await db.Set<Partnership>().AnyAsync(partnership => partnership.Id == partnershipId))
        {
            return Refusal.NotFound;
        }

        var found = await (
            from policy in InForce(db)
            where policy.PartnershipId == partnershipId
            where after == null || string.Compare(policy.Slug, after) > 0
            join version in db.Set<PolicyVersion>()
                on new { Id = policy.Id, Number = policy.PublishedVersion!.Value } equals new
                {
                    Id = version.PolicyId,
                    version.Number,
                }
            orderby policy.Slug
            select new
            {
                policy.Slug,
                policy.Summary,
                policy.ReviewDate,
                version.Class,
                version.Title,
                version.Number,
                version.Hash,
                version.PublishedAt,
            }
        )
            .Take(take + 1)
            .ToListAsync();
        return new Page<LibraryLine>(
            [
                .. found
                    .Take(take)
                    .Select(each => new LibraryLine(
                        each.Slug,
                        each.Class,
                        each.Title,
                        each.Summary,
                        each.Number,
                        each.Hash,
                        London.DateOf(each.PublishedAt!.Value),
                        each.ReviewDate
                    )),
            ],
            found.Count > take ? found[take - 1].Slug : null
        );
    }

    public static async Task<Result<LibraryAnswer>> FindAsync(
        GovernanceDb db,
        string slug,
        DateTime now
    )
    {
        Policy? policy = await FindPolicyAsync(db, slug);
        if (policy is null)
        {
            return Refusal.NotFound;
        }

        PolicyVersion version = (
            await PolicyTexts.FindVersionAsync(db, policy.Id, policy.PublishedVersion!.Value)
        )!;
        string partnership = await db.Set<Partnership>()
            .Where(each => each.Id == policy.PartnershipId)
            .Select(each => each.Name)
            .SingleAsync();
        SignOffRound? round = await db.Set<SignOffRound>()
            .Include(each => each.Signatures)
            .Where(each =>
                each.SubjectType == PoliciesWords.Policy
                && each.SubjectId == policy.Id
                && each.SubjectVersion == version.Number
                && each.State == RoundStates.Published
            )
            .SingleOrDefaultAsync();
        return new LibraryAnswer(
            policy.Slug,
            policy.PartnershipId,
            partnership,
            version.Class,
            version.Title,
            policy.Summary,
            version.Body,
            SafeMarkdown.ToHtml(version.Body),
            version.Number,
            version.Hash,
            version.ReviewMonths,
            London.DateOf(version.PublishedAt!.Value),
            policy.ReviewDate,
            [.. version.Attachments.OrderBy(file => file.FileName).Select(PolicyAnswersFor.Of)],
            SignaturesOf(round),
            [
                .. PolicyTexts.HashOf(version) == version.Hash
                    ? Array.Empty<BannerAnswer>()
                    : [PolicyAnswersFor.NotAsSigned],
                .. PolicyAnswersFor
                    .BannersOf(policy, London.DateOf(now))
                    .Where(banner => banner.Kind == "reviewDue"),
            ]
        );
    }

    internal static Task<Policy?> FindPolicyAsync(GovernanceDb db, string slug) =>
        InForce(db).SingleOrDefaultAsync(policy => policy.Slug == slug);

    private static LibrarySignature[] SignaturesOf(SignOffRound? round) =>
        [
            .. from seat in Seats.All
            from signature in round?.CurrentSignatures ?? []
            where signature.Seat == seat
            select new LibrarySignature(
                signature.Seat,
                signature.PersonName,
                signature.Capacity,
                signature.AccountableLeadName,
                signature.SignedAt,
                signature.Hash
            ),
        ];

    private static IQueryable<Policy> InForce(GovernanceDb db) =>
        db.Set<Policy>()
            .Where(policy =>
                policy.PublishedVersion != null && policy.State != PolicyStates.Withdrawn
            );
}
