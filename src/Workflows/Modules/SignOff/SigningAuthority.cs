using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Modules.SignOff;

/// <summary>What a signature for a seat depends on, beside who asks.</summary>
/// <param name="SignerLevel">The level that signs this class: lead or delegate (DOMAIN A1.3).</param>
/// <param name="AskLevel">The level that the ask stands at now.</param>
/// <param name="Overdue">Whether the limit has passed without a signature.</param>
/// <param name="Authors">Everybody who wrote on the text, by its edit history.</param>
/// <param name="Interested">Everybody barred from the subject by a declared interest.</param>
public sealed record SigningQuestion(
    SeatHolding Holding,
    string DocumentClass,
    string SignerLevel,
    string AskLevel,
    bool Overdue,
    IReadOnlySet<string> Authors,
    IReadOnlySet<string> Interested
)
{
    internal bool Bars(string personId) =>
        Authors.Contains(personId) || Interested.Contains(personId);
}

/// <summary>In what right somebody signs for a seat.</summary>
/// <param name="Capacity">lead or delegate by their own appointment, deputy under an instrument.</param>
/// <param name="AccountableLead">The seat's lead, accountable whoever signs (DOMAIN A1.4); null while the seat has none.</param>
/// <param name="Lender">Whose authority the instrument lends.</param>
public sealed record SigningCapacity(
    string Seat,
    SeatPerson Person,
    string Capacity,
    string? InstrumentId,
    SeatPerson? AccountableLead,
    SeatPerson? Lender = null
);

/// <summary>
/// Who may sign for a seat. The class decides the level; a delegate's ask comes to the lead when no delegate is free to sign or
/// the limit has passed, and then either may sign. Authors and people with an interest never sign, under no instrument, and what
/// they have lent gives nothing. Pure.
/// </summary>
public static class SigningAuthority
{
    /// <summary>The levels whose authority counts now, the one asked first in front.</summary>
    public static IReadOnlyList<string> OpenLevels(SigningQuestion question)
    {
        if (question.SignerLevel == Levels.Lead)
        {
            return [Levels.Lead];
        }

        if (question.Holding.Delegates.All(person => question.Bars(person.PersonId)))
        {
            return [Levels.Lead];
        }

        return question.Overdue || question.AskLevel == Levels.Lead
            ? [Levels.Delegate, Levels.Lead]
            : [Levels.Delegate];
    }

    /// <summary>Everybody who could sign now, own authority before borrowed.</summary>
    public static IReadOnlyList<SigningCapacity> Eligible(SigningQuestion question)
    {
        SeatHolding seat = question.Holding;
        List<SigningCapacity> eligible = [];
        IReadOnlyList<string> levels = OpenLevels(question);
        foreach (string level in levels)
        {
            eligible.AddRange(
                seat.At(level)
                    .Where(person => !question.Bars(person.PersonId))
                    .Select(person => new SigningCapacity(
                        seat.Seat,
                        person,
                        level,
                        null,
                        seat.Lead
                    ))
            );
        }

        foreach (string level in levels)
        {
            eligible.AddRange(
                seat.Instruments.Where(instrument =>
                        instrument.From.Level == level
                        && instrument.Classes.Contains(question.DocumentClass)
                        && !question.Bars(instrument.From.PersonId)
                        && !question.Bars(instrument.To.PersonId)
                    )
                    .Select(instrument => new SigningCapacity(
                        seat.Seat,
                        instrument.To,
                        Levels.Deputy,
                        instrument.Id,
                        seat.Lead,
                        instrument.From
                    ))
            );
        }

        return eligible;
    }

    /// <summary>The right in which this person may sign, or the one rule that stands against it.</summary>
    /// <param name="notInForce">Instruments to this person for the seat that have ended, were revoked or have not begun.</param>
    /// <param name="instrument">The delegation that they want to sign under; null for their first capacity.</param>
    public static Result<SigningCapacity> Of(
        string personId,
        SigningQuestion question,
        DateOnly today,
        IReadOnlyList<DelegationInstrument> notInForce,
        string? instrument = null
    )
    {
        SeatHolding seat = question.Holding;
        if (!seat.All.Any(person => person.PersonId == personId))
        {
            return SignOffRefusals.NotYourSeat;
        }

        if (question.Authors.Contains(personId))
        {
            return SignOffRefusals.AuthorCannotSign;
        }

        if (question.Interested.Contains(personId))
        {
            return SignOffRefusals.InterestDeclared;
        }

        SigningCapacity[] own =
        [
            .. Eligible(question).Where(each => each.Person.PersonId == personId),
        ];
        return own.Length == 0 ? WhyNot(personId, question, today, notInForce)
            : instrument is null ? own[0]
            : own.FirstOrDefault(each => each.InstrumentId == instrument) is { } chosen ? chosen
            : SignOffRefusals.InstrumentGivesNothing;
    }

    private static Refusal WhyNot(
        string personId,
        SigningQuestion question,
        DateOnly today,
        IReadOnlyList<DelegationInstrument> notInForce
    )
    {
        SeatHolding seat = question.Holding;
        InstrumentInForce[] lent =
        [
            .. seat.Instruments.Where(instrument => instrument.To.PersonId == personId),
        ];
        InstrumentInForce[] forClass =
        [
            .. lent.Where(instrument => instrument.Classes.Contains(question.DocumentClass)),
        ];
        IReadOnlyList<string> levels = OpenLevels(question);
        if (
            forClass.Any(instrument =>
                question.Bars(instrument.From.PersonId)
                && (
                    levels.Contains(instrument.From.Level)
                    || question.SignerLevel == instrument.From.Level
                )
            )
        )
        {
            return SignOffRefusals.LenderBarred;
        }

        bool holdsOther = seat.At(Levels.Lead)
            .Concat(seat.At(Levels.Delegate))
            .Any(person => person.PersonId == personId);
        if (holdsOther || forClass.Length > 0)
        {
            return SignOffRefusals.WrongLevel(levels[0]);
        }

        DelegationInstrument? old = notInForce.FirstOrDefault(instrument =>
            instrument.Classes.Contains(question.DocumentClass)
        );
        if (old is not null)
        {
            return old.Starts > today
                ? SignOffRefusals.InstrumentNotYetInForce
                : SignOffRefusals.InstrumentExpired;
        }

        return lent.Length > 0 ? SignOffRefusals.InstrumentNotForClass : SignOffRefusals.NotYourAsk;
    }
}
