using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <summary>Which challenges are listed.</summary>
/// <param name="State">open, closed or withdrawn.</param>
/// <param name="Seat">Only those addressed to this seat.</param>
/// <param name="Seriousness">low, medium or high.</param>
/// <param name="Sort">newest (the usual one) or oldest.</param>
public sealed record ChallengeFilter(
    string? State = null,
    string? Seat = null,
    string? Seriousness = null,
    string? SubjectType = null,
    string? SubjectId = null,
    string? Sort = null
)
{
    public const string Newest = "newest";
    public const string Oldest = "oldest";

    public Refusal? Check()
    {
        FieldErrors errors = new();
        errors.When(
            State is not null && !ChallengeStates.All.Contains(State),
            "state",
            $"The states are {string.Join(", ", ChallengeStates.All)}."
        );
        errors.When(
            Seat is not null && !Seats.All.Contains(Seat),
            "seat",
            $"The seats are {string.Join(", ", Seats.All)}."
        );
        errors.When(
            Seriousness is not null && !Seriousnesses.All.Contains(Seriousness),
            "seriousness",
            "Choose low, medium or high."
        );
        errors.When(
            SubjectType is not null && !ChallengeSubjects.All.Contains(SubjectType),
            "subjectType",
            $"The kinds are {string.Join(", ", ChallengeSubjects.All)}."
        );
        errors.When(Sort is not (null or Newest or Oldest), "sort", "Sort by newest or oldest.");
        return errors.AsRefusal();
    }
}

/// <summary>Challenges as their readers see them.</summary>
public static partial class ChallengeBook
{
    public static async Task<Result<ChallengeAnswer>> FindAsync(
        GovernanceDb db,
        string challengeId,
        string personId,
        DateTime now
    )
    {
        Result<Challenge> found = await ReadableAsync(db, challengeId, personId, now);
        return found.IsRefused ? found.Refusal : await AnswerAsync(db, found.Value, compares: true);
    }

    /// <summary>A partnership's challenges by their numbers.</summary>
    public static async Task<Result<Page<ChallengeLine>>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        ChallengeFilter filter,
        string? after = null,
        int take = 50
    )
    {
        int? cursor = null;
        if (after is not null)
        {
            if (!int.TryParse(after, System.Globalization.NumberStyles.None, null, out int number))
            {
                return Cursors.Unreadable();
            }

            cursor = number;
        }

        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            ScrutinyPermissions.Read,
            London.DateOf(now)
        );
        if ((standing.Refusal ?? filter.Check()) is { } refusal)
        {
            return refusal;
        }

        IQueryable<Challenge> wanted = Filtered(db, partnershipId, filter);
        bool oldest = filter.Sort == ChallengeFilter.Oldest;
        wanted = oldest
            ? wanted
                .Where(each => cursor == null || each.Number > cursor)
                .OrderBy(each => each.Number)
            : wanted
                .Where(each => cursor == null || each.Number < cursor)
                .OrderByDescending(each => each.Number);
        List<Challenge> found = await wanted.Take(take + 1).ToListAsync();
        Challenge[] page = [.. found.Take(take)];
        return new Page<ChallengeLine>(
            await LinesAsync(db, page),
            found.Count > take
                ? page[^1].Number.ToString(System.Globalization.CultureInfo.InvariantCulture)
                : null
        );
    }

    /// <summary>The challenge, where the reader may know of it.</summary>
    internal static async Task<Result<Challenge>> ReadableAsync(
        GovernanceDb db,
        string challengeId,
        string personId,
        DateTime now
    )
    {
        Challenge? challenge = await db.Set<Challenge>().FindAsync(challengeId);
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            challenge?.PartnershipId,
            personId,
            ScrutinyPermissions.Read,
            London.DateOf(now)
        );
        return standing.IsRefused ? standing.Refusal : challenge!;
    }

    private static IQueryable<Challenge> Filtered(
        GovernanceDb db,
        string partnershipId,
        ChallengeFilter filter
    )
    {
        IQueryable<Challenge> wanted = db.Set<Challenge>()
            .AsNoTracking()
            .Where(each => each.PartnershipId == partnershipId);
        if (filter.State is { } state)
        {
            wanted = wanted.Where(each => each.State == state);
        }

        if (filter.Seriousness is { } seriousness)
        {
            wanted = wanted.Where(each => each.Seriousness == seriousness);
        }

        if (filter.SubjectType is { } type)
        {
            wanted = wanted.Where(each => each.SubjectType == type);
        }

        if (filter.SubjectId is { } subject)
        {
            wanted = wanted.Where(each => each.SubjectId == subject);
        }

        return filter.Seat is { } seat
            ? wanted.Where(each =>
                db.Set<ChallengeAddressee>()
                    .Any(addressee => addressee.ChallengeId == each.Id && addressee.Seat == seat)
            )
            : wanted;
    }

    private static async Task<IReadOnlyList<ChallengeLine>> LinesAsync(
        GovernanceDb db,
        IReadOnlyList<Challenge> challenges
    )
    {
        string[] ids = [.. challenges.Select(each => each.Id)];
        ILookup<string, ChallengeAddressee> addressees = (
            await db.Set<ChallengeAddressee>()
                .AsNoTracking()
                .Where(each => ids.Contains(each.ChallengeId))
                .ToListAsync()
        ).ToLookup(each => each.ChallengeId);
        ILookup<string, DateTime> running = (
            await db.Set<Clock>()
                .Where(clock =>
                    clock.SubjectType == ScrutinyWords.Challenge
                    && ids.Contains(clock.SubjectId)
                    && clock.State == ClockStates.Running
                )
                .Select(clock => new { clock.SubjectId, clock.DueAt })
                .ToListAsync()
        ).ToLookup(clock => clock.SubjectId, clock => clock.DueAt);
        HashSet<string> late =
        [
            .. await db.Set<ChallengeStage>()
                .Where(stage =>
                    ids.Contains(stage.ChallengeId)
                    && (stage.AcknowledgementMissed || stage.EndedBy == StageEnds.LimitPassed)
                )
                .Select(stage => stage.ChallengeId)
                .Distinct()
                .ToListAsync(),
        ];
        return
        [
            .. challenges.Select(each => new ChallengeLine(
                each.Id,
                each.Number,
                each.State,
                each.Seriousness,
                SubjectOf(each),
                each.RaisedAt,
                each.EndedAt,
                AddresseeLines(addressees[each.Id]),
                running[each.Id].Select(due => (DateTime?)due).Min(),
                late.Contains(each.Id)
            )),
        ];
    }

    internal static IReadOnlyList<AddresseeLine> AddresseeLines(
        IEnumerable<ChallengeAddressee> addressees
    ) =>
        [
            .. Seats
                .All.SelectMany(seat => addressees.Where(each => each.Seat == seat))
                .Select(each => new AddresseeLine(each.Seat, each.Stage, each.State)),
        ];

    private static ChallengeSubject SubjectOf(Challenge challenge) =>
        new(
            challenge.SubjectType,
            challenge.SubjectId,
            challenge.SubjectVersion,
            challenge.SubjectHash,
            challenge.SubjectTitle
        );
}
