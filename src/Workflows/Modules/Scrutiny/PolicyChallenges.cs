using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <summary>From when to when a policy was under one challenge; null where it still is. London dates, both inclusive.</summary>
internal sealed record ChallengedDays(DateOnly From, DateOnly? To);

/// <summary>
/// The challenges of policies: a policy under challenge stays in force and carries a dated banner, the next version links back, and
/// its history keeps the banner's dates.
/// </summary>
public static class PolicyChallenges
{
    /// <summary>Every challenge on a policy, whichever version, by number.</summary>
    public static async Task<IReadOnlyList<PolicyChallengeLine>> OfAsync(
        GovernanceDb db,
        string policyId
    )
    {
        List<Challenge> challenges = await db.Set<Challenge>()
            .AsNoTracking()
            .Where(each =>
                each.SubjectType == ChallengeSubjects.Policy && each.SubjectId == policyId
            )
            .OrderBy(each => each.Number)
            .ToListAsync();
        string[] ids = [.. challenges.Select(each => each.Id)];
        ILookup<string, ChallengeRuling> rulings =
            ids.Length == 0
                ? Enumerable.Empty<ChallengeRuling>().ToLookup(each => each.ChallengeId)
                : (
                    await db.Set<ChallengeRuling>()
                        .AsNoTracking()
                        .Where(each => ids.Contains(each.ChallengeId))
                        .OrderBy(each => each.Number)
                        .ToListAsync()
                ).ToLookup(each => each.ChallengeId);
        return
        [
            .. challenges.SelectMany(each =>
                DaysOf(each.RaisedAt, rulings[each.Id])
                    .Select(days => new PolicyChallengeLine(
                        each.Number,
                        each.SubjectVersion ?? 0,
                        days.From,
                        days.To,
                        each.State,
                        each.Redacted ? null : each.PublicSummary
                    ))
            ),
        ];
    }

    /// <summary>The banners that the policy carries now.</summary>
    public static async Task<IReadOnlyList<BannerAnswer>> BannersAsync(
        GovernanceDb db,
        string policyId
    ) => Banners(await OfAsync(db, policyId));

    public static IReadOnlyList<BannerAnswer> Banners(
        IEnumerable<PolicyChallengeLine> challenges
    ) =>
        [
            .. challenges
                .Where(each => each.To is null)
                .Select(each => new BannerAnswer(
                    "underChallenge",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Under challenge by the independent scrutineer since {each.From:d MMMM yyyy} (challenge {each.Number}, on version {each.Version}). It stays in force."
                    ),
                    each.From
                )),
        ];

    /// <summary>Pure: raised, ended, re-opened, ended …</summary>
    internal static IReadOnlyList<ChallengedDays> DaysOf(
        DateTime raisedAt,
        IEnumerable<ChallengeRuling> rulings
    )
    {
        List<ChallengedDays> days = [];
        DateOnly? from = London.DateOf(raisedAt);
        foreach (ChallengeRuling ruling in rulings)
        {
            if (ruling.Kind is RulingKinds.Closed or RulingKinds.Withdrawn && from is { } began)
            {
                days.Add(new ChallengedDays(began, ruling.On));
                from = null;
            }
            else if (ruling.Kind == RulingKinds.Reopened)
            {
                from = ruling.On;
            }
        }

        if (from is { } still)
        {
            days.Add(new ChallengedDays(still, null));
        }

        return days;
    }
}
