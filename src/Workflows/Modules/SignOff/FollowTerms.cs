using System.Collections.Concurrent;
using System.Text.Json;
using Governance.Contracts;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.SignOff;

/// <summary>
/// A date alone takes people off the seats and brings them: a term or an instrument ends or begins, an interest too. Open rounds
/// follow, one act each where something has changed; where nothing has, nothing is written. Any number of hosts may call it.
/// </summary>
public sealed class FollowTerms(Acts acts, IReadGovernance readers, RoundStore rounds)
{
    /// <summary>Stable name of the act in the record.</summary>
    public const string ActName = "sign-off.follow-terms";

    private static readonly ActCaller Caller = ActCaller.Service("sign-off");

    /// <summary>
    /// The people of each partnership under whom all its open rounds were found in order. Acts bring their rounds along, so only
    /// other people than these make it worth looking at every round again. Spares reads only: a host that starts looks once.
    /// </summary>
    private readonly ConcurrentDictionary<string, string> _looked = new(StringComparer.Ordinal);

    /// <summary>Returns how many rounds had to follow.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        int followed = 0;
        foreach (string roundId in await BehindAsync(now, cancellation))
        {
            Result<Done> answer = await acts.RunAsync(
                new ActRequest<Done>
                {
                    Name = ActName,
                    Caller = Caller,
                    Permission = Permission.Service,
                    Locate = act => rounds.LocateAsync(act, roundId),
                    Decide = act => DecideAsync(act, roundId),
                },
                cancellation
            );
            followed += answer.IsRefused ? 0 : 1;
        }

        return followed;
    }

    private async Task<List<string>> BehindAsync(DateTime now, CancellationToken cancellation)
    {
        await using GovernanceDb db = readers.OpenReader();
        List<string> partnerships = await db.Set<Partnership>()
            .OrderBy(each => each.Id)
            .Select(each => each.Id)
            .ToListAsync(cancellation);
        List<string> behind = [];
        foreach (string partnership in partnerships)
        {
            SeatHolders holders = await SeatHolders.LoadAsync(db, partnership, now);
            string people = await PeopleAsync(db, holders, cancellation);
            if (_looked.GetValueOrDefault(partnership) == people)
            {
                continue;
            }

            List<string> found = await BehindAsync(db, holders, now, cancellation);
            behind.AddRange(found);
            if (found.Count == 0)
            {
                _looked[partnership] = people;
            }
        }

        return behind;
    }

    private async Task<List<string>> BehindAsync(
        GovernanceDb db,
        SeatHolders holders,
        DateTime now,
        CancellationToken cancellation
    )
    {
        List<string> open = await db.Set<SignOffRound>()
            .Where(round => round.PartnershipId == holders.PartnershipId)
            .Where(round => round.State == RoundStates.Open && round.IntegrityAlarmAt == null)
            .OrderBy(round => round.Id)
            .Select(round => round.Id)
            .ToListAsync(cancellation);
        List<string> behind = [];
        foreach (string id in open)
        {
            cancellation.ThrowIfCancellationRequested();
            SignOffRound? round = await RoundStore.FindAsync(db, id);
            if (round is not null && await IsBehindAsync(db, round, now, holders))
            {
                behind.Add(id);
            }
        }

        return behind;
    }

    /// <summary>Everything about people that a round follows, as one text: who may sign, and whom an interest bars today.</summary>
    private static async Task<string> PeopleAsync(
        GovernanceDb db,
        SeatHolders holders,
        CancellationToken cancellation
    )
    {
        DateOnly today = holders.On;
        List<Interest> interests = await db.Set<Interest>()
            .Where(each => each.PartnershipId == holders.PartnershipId)
            .OrderBy(each => each.Id)
            .ToListAsync(cancellation);
        return JsonSerializer.Serialize(
            new
            {
                holders.Seats,
                Barred = interests
                    .Where(each =>
                        each.SubjectId is { } id && each.Bars(each.SubjectType ?? "", id, today)
                    )
                    .Select(each => each.Id),
            }
        );
    }

    private async Task<Result<Done>> DecideAsync(Act act, string roundId)
    {
        SignOffRound round = (await RoundStore.FindAsync(act.Db, roundId))!;
        if (!round.IsOpen || !await IsBehindAsync(act.Db, round, act.Now, null))
        {
            return Refusal.NotFound;
        }

        await new FollowHolders(rounds).FollowAsync(act, round);
        act.DefinitionVersionId = round.DefinitionVersionId;
        act.Payload = new
        {
            seats = round.Seats.Select(seat => new
            {
                seat.Seat,
                seat.Level,
                seat.State,
            }),
        };
        return new Done();
    }

    private async Task<bool> IsBehindAsync(
        GovernanceDb db,
        SignOffRound round,
        DateTime now,
        SeatHolders? holders
    )
    {
        IReadOnlyDictionary<string, SigningQuestion> questions = await rounds.QuestionsAsync(
            db,
            round,
            now,
            holders
        );
        Clock? clock = await db.Set<Clock>().FindAsync(round.ClockId);
        return round.Seats.Any(seat =>
            FollowHolders.IsBehind(seat, questions[seat.Seat], clock?.State == ClockStates.Expired)
        );
    }
}
