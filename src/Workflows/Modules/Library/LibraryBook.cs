using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Modules.Scrutiny;
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
    public static async Task<Result<LibraryList>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        LibraryQuery query
    )
    {
        if (
            partnershipId == Partnership.Installation
            || !await db.Set<Partnership>().AnyAsync(partnership => partnership.Id == partnershipId)
        )
        {
            return Refusal.NotFound;
        }

        if (!string.IsNullOrEmpty(query.Class) && !DocumentClasses.All.Contains(query.Class))
        {
            return Refusal.Invalid(
                "class",
                $"The classes are {string.Join(", ", DocumentClasses.All)}."
            );
        }

        string[] sought = TitleWords.Split(Nfc.Of(query.Words ?? ""));
        if (sought.Length == 0 && !string.IsNullOrWhiteSpace(query.Words))
        {
            // Nothing but signs was looked for, and no title is made of those.
            return new LibraryList([], null, null);
        }

        bool backwards = query.Before is not null;
        IQueryable<LibraryEntry> entries = Entries(db, partnershipId, query, sought);
        List<LibraryLine> found = await LinesAsync(
            db,
            (
                backwards
                    ? entries.OrderByDescending(entry => entry.Slug)
                    : entries.OrderBy(entry => entry.Slug)
            ).Take(query.Take + 1)
        );
        bool isMore = found.Count > query.Take;
        List<LibraryLine> items = [.. found.Take(query.Take)];
        if (backwards)
        {
            items.Reverse();
        }

        return items.Count == 0
            ? new LibraryList([], null, null)
            : new LibraryList(
                items,
                isMore || backwards ? items[^1].Slug : null,
                isMore && backwards || query.After is not null && !backwards ? items[0].Slug : null
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
        LibraryQuery query,
        string[] sought
    )
    {
        string[] words = [.. sought.OrderByDescending(word => word.Length).Take(MostWords)];
        string first = words.Length == 0 ? LibraryEntry.EveryText : words[0];
        IQueryable<LibraryEntry> entries = db.Set<LibraryEntry>()
            .Where(entry => entry.PartnershipId == partnershipId && entry.Word == first);
        if (!string.IsNullOrEmpty(query.Class))
        {
            entries = entries.Where(entry => entry.Class == query.Class);
        }

        if (query.Before is { } before)
        {
            entries = entries.Where(entry => string.Compare(entry.Slug, before) < 0);
        }
        else if (query.After is { } after)
        {
            entries = entries.Where(entry => string.Compare(entry.Slug, after) > 0);
        }

        foreach (string word in words.Skip(1))
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

    /// <summary>What the list shows of these rows, in their order.</summary>
    private static async Task<List<LibraryLine>> LinesAsync(
        GovernanceDb db,
        IQueryable<LibraryEntry> entries
    )
    {
        List<string> order = await entries.Select(entry => entry.PolicyId).ToListAsync();
        if (order.Count == 0)
        {
            return [];
        }

        var found = await (
            from policy in LibraryTexts.InForce(db)
            where order.Contains(policy.Id)
            join version in db.Set<PolicyVersion>()
                on new { policy.Id, Number = policy.PublishedVersion!.Value } equals new
                {
                    Id = version.PolicyId,
                    version.Number,
                }
            select new
            {
                policy.Id,
                policy.Slug,
                policy.Summary,
                policy.ReviewDate,
                version.Class,
                version.Title,
                version.Number,
                version.Hash,
                version.PublishedAt,
            }
        ).ToDictionaryAsync(each => each.Id);
        return
        [
            .. from id in order
            where found.ContainsKey(id)
            let each = found[id]
            select new LibraryLine(
                each.Slug,
                each.Class,
                each.Title,
                each.Summary,
                each.Number,
                each.Hash,
                London.DateOf(each.PublishedAt!.Value),
                each.ReviewDate
            ),
        ];
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
        IReadOnlyList<PolicyChallengeLine> challenges = await PolicyChallenges.OfAsync(
            db,
            policy.Id
        );
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
            Banners =
            [
                .. BannersOf(text, superseded, London.DateOf(now)),
                .. PolicyChallenges.Banners(challenges),
            ],
            Challenges = challenges,
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
