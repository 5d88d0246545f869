using Governance.Contracts;
using Governance.Modules.SignOff;

namespace Governance.Modules.Policies;

/// <summary>What a policy waits for. Names for pages, not stored.</summary>
public enum PolicyNextKind
{
    /// <summary>The stored text is not the signed one: somebody saves it anew.</summary>
    SaveAgain,

    /// <summary>A seat has nobody who may sign: it is filled, then sign-off asked for again.</summary>
    FillSeat,

    /// <summary>The text is written on, until sign-off is asked for.</summary>
    Finish,

    /// <summary>The audience is asked for its comments.</summary>
    Consult,

    /// <summary>Seats sign.</summary>
    Sign,

    /// <summary>The review is due.</summary>
    Review,

    /// <summary>It is in force until its review.</summary>
    InForce,

    /// <summary>It was withdrawn.</summary>
    Nothing,
}

/// <summary>Whom something waits for.</summary>
/// <param name="Seat">The seat that is asked, where one is.</param>
/// <param name="Names">Those who may do it today; empty where nobody may.</param>
public sealed record NextHolder(string? Seat, IReadOnlyList<string> Names);

/// <summary>The one thing that comes next for a policy, who has it, and by when.</summary>
/// <param name="Due">UTC; null where no limit runs.</param>
/// <param name="Round">The open round, where seats sign.</param>
/// <param name="Reason">Why it came back: the words of who rejected, or of the product.</param>
public sealed record PolicyNext(
    PolicyNextKind Kind,
    IReadOnlyList<NextHolder> With,
    DateTime? Due = null,
    string? Clock = null,
    string? Round = null,
    string? Reason = null
)
{
    /// <summary>What comes next, by the policy's state and what is open about it. Pure.</summary>
    /// <param name="asks">What is asked about the policy itself and open: its kind and limit.</param>
    /// <param name="signers">For each seat of the open round, who may sign now.</param>
    /// <param name="steering">Those who carry it on: the business unit, or its group's chair.</param>
    public static PolicyNext Of(
        Policy policy,
        SignOffRound? round,
        DateTime? roundDue,
        IReadOnlyCollection<(string Kind, DateTime? Due)> asks,
        IReadOnlyDictionary<string, IReadOnlyList<string>> signers,
        IReadOnlyList<string> steering
    )
    {
        NextHolder[] team = [new NextHolder(null, steering)];
        if (policy.State == PolicyStates.Withdrawn)
        {
            return new PolicyNext(PolicyNextKind.Nothing, []);
        }

        if (policy.IntegrityAlarmAt is not null)
        {
            return new PolicyNext(PolicyNextKind.SaveAgain, team);
        }

        if (round is { IsOpen: true })
        {
            return new PolicyNext(
                PolicyNextKind.Sign,
                [
                    .. round
                        .Seats.Where(seat => seat.State == RoundSeatStates.Open)
                        .OrderBy(seat => Array.IndexOf([.. Seats.All], seat.Seat))
                        .Select(seat => new NextHolder(
                            seat.Seat,
                            signers.GetValueOrDefault(seat.Seat, [])
                        )),
                ],
                roundDue,
                round.ClockId,
                round.Id
            );
        }

        DateTime? review = asks.Where(ask => ask.Kind == PoliciesWords.AskToReview)
            .Select(ask => ask.Due)
            .FirstOrDefault();
        return policy.State switch
        {
            PolicyStates.Consultation => new PolicyNext(
                PolicyNextKind.Consult,
                team,
                asks.Where(ask => ask.Kind != PoliciesWords.AskToReview).Min(ask => ask.Due)
            ),
            PolicyStates.Published when review is not null => new PolicyNext(
                PolicyNextKind.Review,
                team,
                review
            ),
            PolicyStates.Published => new PolicyNext(PolicyNextKind.InForce, []),
            _ when round?.State == RoundStates.NoEligibleSigner
                    && round.SubjectVersion == policy.NewestVersion => new PolicyNext(
                PolicyNextKind.FillSeat,
                [
                    .. round
                        .Seats.Where(seat => seat.State == RoundSeatStates.NoEligibleSigner)
                        .Select(seat => new NextHolder(seat.Seat, [])),
                ],
                Round: round.Id
            ),
            _ => new PolicyNext(
                PolicyNextKind.Finish,
                team,
                Round: round?.State == RoundStates.Rejected ? round.Id : null,
                Reason: round is { State: RoundStates.Rejected }
                && round.SubjectVersion == policy.NewestVersion
                    ? round.CloseReason
                    : null
            ),
        };
    }
}
