using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Modules.SignOff;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Library;

/// <summary>The public library: what is in force and what was, with what proves it. It needs no account and shows no draft.</summary>
public static class LibraryBook
{
    /// <summary>The most words of one search that count.</summary>
    public const int MostWords = 8;

    /// <summary>The texts in force of a partnership, by their names in the library, which begin with the title.</summary>
    /// <param name="documentClass">Only texts of this class; all of them when null or empty.</param>
    /// <param name="words">Only texts that have all these words in their title.</param>
    public static async Task<Result<Page<LibraryLine>>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string? after = null,
        int take = 50,
        string? documentClass = null,
        string? words = null
    )
    {
        if (
            partnershipId == Partnership.Installation
            || !await db.Set<Partnership>().AnyAsync(partnership => partnership.Id == partnershipId)
        )
        {
            return Refusal.NotFound;
        }

        if (!string.IsNullOrEmpty(documentClass) && !DocumentClasses.All.Contains(documentClass))
        {
            return Refusal.Invalid(
                "class",
                $"The classes are {string.Join(", ", DocumentClasses.All)}."
            );
        }

        IReadOnlyList<string> sought = TitleWords.Of(words ?? "");
        if (sought.Count == 0 && !string.IsNullOrWhiteSpace(words))
        {
            // Nothing but signs was looked for, and no title is made of those.
            return new Page<LibraryLine>([], null);
        }

        var found = await (
            from entry in Entries(db, partnershipId, after, documentClass, sought)
            join policy in LibraryTexts.InForce(db) on entry.PolicyId equals policy.Id
            join version in db.Set<PolicyVersion>()
                on new { Id = policy.Id, Number = policy.PublishedVersion!.Value } equals new
                {
                    Id = version.PolicyId,
                    version.Number,
                }
            orderby entry.Slug
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

    /// <summary>The text in force under a name.</summary>
    public static Task<Result<LibraryAnswer>> FindAsync(
        GovernanceDb db,
        string slug,
        DateTime now
    ) => AnswerAsync(db, slug, number: null, now);

    /// <summary>A published version, in force or superseded.</summary>
    public static Task<Result<LibraryAnswer>> VersionAsync(
        GovernanceDb db,
        string slug,
        int number,
        DateTime now
    ) => AnswerAsync(db, slug, number, now);

    /// <summary>A file of a published version.</summary>
    public static async Task<Result<AttachmentFile>> FileAsync(
        GovernanceDb db,
        string slug,
        string hash
    )
    {
        Policy? policy = await LibraryTexts
            .InForce(db)
            .SingleOrDefaultAsync(policy => policy.Slug == slug);
        PolicyVersion? holder = policy is null
            ? null
            : await db.Set<PolicyVersion>()
                .Include(version => version.Attachments)
                .Where(version => version.PolicyId == policy.Id && version.PublishedAt != null)
                .Where(version => version.Attachments.Any(file => file.Hash == hash))
                .OrderByDescending(version => version.Number)
                .FirstOrDefaultAsync();
        return await AttachmentBook.FileAsync(db, holder, hash) is { } file
            ? file
            : Refusal.NotFound;
    }

    /// <summary>
    /// Rows of the catalogue under the longest word, which is likely the rarest; the others are looked up by key, row by row.
    /// </summary>
    private static IQueryable<LibraryEntry> Entries(
        GovernanceDb db,
        string partnershipId,
        string? after,
        string? documentClass,
        IReadOnlyList<string> sought
    )
    {
        string[] words =
        [
            .. sought.OrderByDescending(word => word.Length).Take(MostWords),
            LibraryEntry.EveryText,
        ];
        string first = words[0];
        IQueryable<LibraryEntry> entries = db.Set<LibraryEntry>()
            .Where(entry => entry.PartnershipId == partnershipId && entry.Word == first);
        if (!string.IsNullOrEmpty(documentClass))
        {
            entries = entries.Where(entry => entry.Class == documentClass);
        }

        if (after is not null)
        {
            entries = entries.Where(entry => string.Compare(entry.Slug, after) > 0);
        }

        foreach (string word in words[1..].Where(word => word != LibraryEntry.EveryText))
        {
            entries = entries.Where(entry =>
                db.Set<LibraryEntry>()
                    .Any(other =>
                        other.PartnershipId == partnershipId
                        && other.Word == word
                        && other.Slug == entry.Slug
                    )
            );
        }

        return entries;
    }

    private static async Task<Result<LibraryAnswer>> AnswerAsync(
        GovernanceDb db,
        string slug,
        int? number,
        DateTime now
    )
    {
        if (await LibraryTexts.FindAsync(db, slug, number) is not { } text)
        {
            return Refusal.NotFound;
        }

        (Policy policy, PolicyVersion version) = text;
        string partnership = await db.Set<Partnership>()
            .Where(each => each.Id == policy.PartnershipId)
            .Select(each => each.Name)
            .SingleAsync();
        IReadOnlyList<LibraryVersionLine> versions = await LibraryTexts.VersionsAsync(
            db,
            policy.Id
        );
        DateTime? superseded = text.IsInForce
            ? null
            : await LibraryTexts.SupersededAtAsync(db, version);
        SignOffRound? round = await LibraryTexts.RoundAsync(db, version);
        return new LibraryAnswer
        {
            Slug = policy.Slug,
            Partnership = policy.PartnershipId,
            PartnershipName = partnership,
            Class = version.Class,
            Title = version.Title,
            Summary = policy.Summary,
            Body = version.Body,
            Html = SafeMarkdown.ToHtml(version.Body),
            Version = version.Number,
            State = text.IsInForce ? PolicyStates.Published : PolicyStates.Superseded,
            Hash = version.Hash,
            ReviewMonths = version.ReviewMonths,
            Published = London.DateOf(version.PublishedAt!.Value),
            Superseded = superseded is null ? null : London.DateOf(superseded.Value),
            ReviewDate = text.IsInForce ? policy.ReviewDate : null,
            Attachments =
            [
                .. version
                    .Attachments.OrderBy(file => file.FileName, StringComparer.Ordinal)
                    .ThenBy(file => file.Hash, StringComparer.Ordinal)
                    .Select(PolicyAnswersFor.Of),
            ],
            Signatures = await LibraryTexts.SignaturesAsync(db, round),
            Banners = [.. BannersOf(text, superseded, London.DateOf(now))],
            Versions = versions,
            Cascade = await CascadeBook.CountAsync(db, policy.Id, version.Number),
        };
    }

    private static IEnumerable<BannerAnswer> BannersOf(
        PublishedText text,
        DateTime? superseded,
        DateOnly today
    )
    {
        if (PolicyTexts.HashOf(text.Version) != text.Version.Hash)
        {
            yield return PolicyAnswersFor.NotAsSigned;
        }

        if (superseded is { } moment)
        {
            DateOnly date = London.DateOf(moment);
            yield return new BannerAnswer(
                "superseded",
                $"This text is not in force. Version {text.Policy.PublishedVersion} is; version {text.Version.Number} was superseded on {date:d MMMM yyyy}.",
                date
            );
            yield break;
        }

        foreach (
            BannerAnswer banner in PolicyAnswersFor
                .BannersOf(text.Policy, today)
                .Where(banner => banner.Kind == "reviewDue")
        )
        {
            yield return banner;
        }
    }
}
