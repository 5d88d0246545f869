using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.SignOff;

/// <summary>Finds rounds with their seats and signatures, and gathers what a signature depends on.</summary>
public sealed class RoundStore
{
    private readonly Dictionary<string, ISignOffSubject> _subjects;

    public RoundStore(IEnumerable<ISignOffSubject> subjects) =>
        _subjects = subjects.ToDictionary(subject => subject.Type, StringComparer.Ordinal);

    public ISignOffSubject SubjectOf(string type) =>
        _subjects.TryGetValue(type, out ISignOffSubject? subject)
            ? subject
            : throw new InvalidOperationException($"Nothing of the type {type} can be signed.");

    /// <summary>The key of the one open round that a subject can have.</summary>
    public static string OpenKeyOf(string type, string id) => type + ":" + id;

    public static Task<SignOffRound?> FindAsync(GovernanceDb db, string roundId) =>
        Whole(db).SingleOrDefaultAsync(round => round.Id == roundId);

    public static Task<SignOffRound?> FindOpenAsync(GovernanceDb db, string type, string id)
    {
        string key = OpenKeyOf(type, id);
        return Whole(db).SingleOrDefaultAsync(round => round.OpenKey == key);
    }

    /// <summary>The newest round on a subject, open or not.</summary>
    public static Task<SignOffRound?> FindLatestAsync(GovernanceDb db, string type, string id) =>
        Whole(db)
            .Where(round => round.SubjectType == type && round.SubjectId == id)
            .OrderByDescending(round => round.Number)
            .FirstOrDefaultAsync();

    /// <summary>
    /// The place of an act on a round. Who may sign rests on the partnership's people, so that they are held as they are; then the
    /// subject's root row is locked, and the round's.
    /// </summary>
    public async Task<ActPlace?> LocateAsync(Act act, string roundId)
    {
        var about = await act
            .Db.Set<SignOffRound>()
            .AsNoTracking()
            .Where(round => round.Id == roundId)
            .Select(round => new
            {
                round.PartnershipId,
                round.SubjectType,
                round.SubjectId,
            })
            .SingleOrDefaultAsync();
        if (
            about is null
            || !await act.HoldAsync<Partnership>(about.PartnershipId)
            || !await SubjectOf(about.SubjectType).LockAsync(act, about.SubjectId)
        )
        {
            return null;
        }

        SignOffRound? round = await act.LockAsync<SignOffRound>(roundId);
        return round is null
            ? null
            : new ActPlace(
                round.PartnershipId,
                new SubjectRef(SignOffWords.Round, round.Id, round.Hash)
            );
    }

    /// <summary>What a signature for each seat depends on at this moment.</summary>
    /// <param name="holders">Those of the round's partnership at that moment, where they are at hand.</param>
    public async Task<IReadOnlyDictionary<string, SigningQuestion>> QuestionsAsync(
        GovernanceDb db,
        SignOffRound round,
        DateTime now,
        SeatHolders? holders = null
    )
    {
        IReadOnlySet<string> authors =
            await SubjectOf(round.SubjectType).AuthorsAsync(db, round.SubjectId)
            ?? throw new InvalidOperationException($"The subject of round {round.Id} is gone.");
        holders ??= await SeatHolders.LoadAsync(db, round.PartnershipId, now);
        IReadOnlySet<string> interested = await Interests.BarredAsync(
            db,
            round.PartnershipId,
            round.SubjectType,
            round.SubjectId,
            holders.On
        );
        Clock? clock = round.ClockId is null
            ? null
            : await db.Set<Clock>().SingleOrDefaultAsync(each => each.Id == round.ClockId);
        bool overdue = clock is not null && ClockCalculation.IsLate(now, clock.DueAt);
        return round.Seats.ToDictionary(
            seat => seat.Seat,
            seat => new SigningQuestion(
                holders[seat.Seat],
                round.DocumentClass,
                round.SignerLevel,
                seat.Level,
                overdue,
                authors,
                interested
            ),
            StringComparer.Ordinal
        );
    }

    /// <summary>The caller's right to answer for a seat of the round, or the rule against it.</summary>
    public async Task<Result<SigningCapacity>> AuthorityAsync(
        Act act,
        SignOffRound round,
        string seat,
        string? instrument = null
    )
    {
        IReadOnlyDictionary<string, SigningQuestion> questions = await QuestionsAsync(
            act.Db,
            round,
            act.Now
        );
        return await AuthorityAsync(
            act.Db,
            round,
            questions[seat],
            act.Caller.PersonId,
            act.Now,
            instrument
        );
    }

    /// <summary>The same of anybody at any moment, for who asks before they act.</summary>
    internal static async Task<Result<SigningCapacity>> AuthorityAsync(
        GovernanceDb db,
        SignOffRound round,
        SigningQuestion question,
        string personId,
        DateTime now,
        string? instrument = null
    )
    {
        string seat = question.Holding.Seat;
        List<DelegationInstrument> lent = await db.Set<DelegationInstrument>()
            .Where(each =>
                each.PartnershipId == round.PartnershipId
                && each.Seat == seat
                && each.ToPersonId == personId
            )
            .ToListAsync();
        return SigningAuthority.Of(
            personId,
            question,
            London.DateOf(now),
            [.. lent.Where(each => !each.RunsAt(now))],
            instrument
        );
    }

    private static IQueryable<SignOffRound> Whole(GovernanceDb db) =>
        db.Set<SignOffRound>().Include(round => round.Seats).Include(round => round.Signatures);
}
