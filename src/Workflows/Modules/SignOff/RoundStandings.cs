using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.SignOff;

/// <summary>A round, and how one person stands to it at this moment: by the very rules that an act would be decided by.</summary>
/// <param name="WhyNotComment">What stands against a scrutiny comment, whoever writes it; null when nothing does.</param>
public sealed record RoundStanding(
    RoundAnswer Round,
    IReadOnlyList<SeatStanding> Seats,
    Refusal? WhyNotComment
)
{
    /// <summary>The seat that the person holds, at whatever level; null when none.</summary>
    public SeatStanding? Own => Seats.FirstOrDefault(seat => seat.IsTheirs);

    /// <summary>Where the person may sign or reject now.</summary>
    public IEnumerable<SeatStanding> MaySign => Seats.Where(seat => seat.WhyNotSign is null);

    /// <summary>The seat for which the person's own signature stands and can be taken back; null when there is none.</summary>
    public SeatStanding? MayWithdraw => Seats.FirstOrDefault(seat => seat.WhyNotWithdraw is null);
}

/// <summary>One seat of a round as a person stands to it.</summary>
/// <param name="Wording">Exactly what a signature for the seat agrees to, as it would be stored.</param>
/// <param name="LeadName">Who is accountable for the seat; null while it has no lead.</param>
/// <param name="Eligible">Who could sign now; nobody once the seat has signed or the round is over.</param>
/// <param name="Capacities">The person's own among them, their own authority before borrowed.</param>
/// <param name="IsTheirs">Whether the person holds the seat, at whatever level.</param>
/// <param name="WhyNotSign">What stands against the person's signing or rejecting; null when nothing does.</param>
/// <param name="WhyNotWithdraw">What stands against their taking back a signature; null when nothing does.</param>
public sealed record SeatStanding(
    string Seat,
    string Wording,
    string? LeadName,
    IReadOnlyList<SigningCapacity> Eligible,
    IReadOnlyList<SigningCapacity> Capacities,
    bool IsTheirs,
    Refusal? WhyNotSign,
    Refusal? WhyNotWithdraw
);

/// <summary>Tells people before they begin what they may do in a round, and why not.</summary>
public sealed class RoundStandings(RoundStore rounds)
{
    public async Task<Result<RoundStanding>> FindAsync(
        GovernanceDb db,
        string roundId,
        string personId,
        DateTime now
    )
    {
        Result<RoundAnswer> answer = await SignOffBook.FindAsync(db, roundId, personId, now);
        if (answer.IsRefused)
        {
            return answer.Refusal;
        }

        SignOffRound round = (await RoundStore.FindAsync(db, roundId))!;
        IReadOnlyDictionary<string, SigningQuestion> questions = await rounds.QuestionsAsync(
            db,
            round,
            now
        );
        List<SeatStanding> seats = [];
        foreach (string seat in Seats.All)
        {
            SigningQuestion question = questions[seat];
            Result<SigningCapacity> authority = await RoundStore.AuthorityAsync(
                db,
                round,
                question,
                personId,
                now
            );
            Refusal? done = round.CheckUnsigned(seat);
            IReadOnlyList<SigningCapacity> eligible = done is null
                ? SigningAuthority.Eligible(question)
                : [];
            seats.Add(
                new SeatStanding(
                    seat,
                    Assent.WordingFor(round, seat),
                    question.Holding.Lead?.Name,
                    eligible,
                    [.. eligible.Where(each => each.Person.PersonId == personId)],
                    question.Holding.All.Any(person => person.PersonId == personId),
                    // In the order in which the act asks: the round, the person, the seat.
                    round.CheckOpen()
                        ?? authority.Refusal
                        ?? done,
                    round.CheckWithdrawal(seat, personId)
                )
            );
        }

        return new RoundStanding(answer.Value, seats, round.CheckComment());
    }
}
