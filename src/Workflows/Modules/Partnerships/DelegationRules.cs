using Governance.Contracts;

namespace Governance.Modules.Partnerships;

/// <summary>When authority may be lent (DESIGN §8, DOMAIN B1.5). Pure.</summary>
public static class DelegationRules
{
    /// <summary>A delegation is renewed at least once a year, so that a forgotten one ends by itself.</summary>
    public const int MaxYears = 1;

    /// <summary>The body's own mistakes, by field; null when there is none.</summary>
    public static Refusal? Check(GrantDelegationBody body, DateOnly today)
    {
        FieldErrors errors = new();
        errors.When(!Seats.All.Contains(body.Seat), "seat", "Name one of the three seats.");
        errors.When(string.IsNullOrWhiteSpace(body.From), "from", "Name whose authority is lent.");
        errors.When(string.IsNullOrWhiteSpace(body.To), "to", "Name who may use it.");
        errors.When(
            body.To is not null && body.To == body.From,
            "to",
            "Nobody lends authority to themselves."
        );
        errors.When(
            body.Classes is null or { Count: 0 },
            "classes",
            "Name at least one document class."
        );
        errors.When(
            body.Classes?.All(DocumentClasses.All.Contains) == false,
            "classes",
            "Name document classes from the list only."
        );
        errors.When(body.Starts is null, "starts", "Give the first day.");
        errors.When(body.Starts < today, "starts", "A delegation never begins in the past.");
        errors.When(body.Ends is null, "ends", "Give the last day.");
        errors.When(body.Ends < body.Starts, "ends", "The last day cannot come before the first.");
        errors.When(
            body.Starts is { } starts
                && starts <= DateOnly.MaxValue.AddYears(-MaxYears)
                && body.Ends >= starts.AddYears(MaxYears),
            "ends",
            "A delegation lasts a year at most; grant it again then."
        );
        errors.When(
            body.Evidence?.Length > Limits.Text,
            "evidence",
            $"Keep this to {Limits.Text} characters."
        );
        return errors.AsRefusal();
    }

    /// <summary>
    /// Whether this grant may be made by this person. <paramref name="seat"/> is the seat today;
    /// <paramref name="seatAtStart"/> is the seat on the first day of the delegation.
    /// </summary>
    public static Refusal? MayGrant(
        string byPersonId,
        GrantDelegationBody body,
        SeatHolding seat,
        SeatHolding seatAtStart
    )
    {
        if (seat.Lead?.PersonId != byPersonId)
        {
            return PartnershipsRefusals.NotTheLead;
        }

        bool ownAuthority =
            body.From == byPersonId || seatAtStart.Delegates.Any(d => d.PersonId == body.From);
        if (!ownAuthority)
        {
            return PartnershipsRefusals.NotOwnAuthority;
        }

        bool onSeat = seatAtStart
            .Delegates.Concat(seatAtStart.Deputies)
            .Any(p => p.PersonId == body.To);
        return onSeat ? null : PartnershipsRefusals.NotOnTheSeat;
    }

    /// <summary>The same authority to the same person for the same class and day is granted once.</summary>
    public static bool Overlaps(GrantDelegationBody body, DelegationInstrument standing) =>
        standing.RevokedFrom is null
        && standing.Seat == body.Seat
        && standing.FromPersonId == body.From
        && standing.ToPersonId == body.To
        && standing.Starts <= body.Ends
        && body.Starts <= standing.Ends
        && standing.Classes.Intersect(body.Classes!, StringComparer.Ordinal).Any();

    /// <summary>
    /// From when a revocation counts: never before now. A date without a time is the first instant of that day in London, and
    /// now when it is today.
    /// </summary>
    public static Result<DateTime> RevokedFrom(DateTime? effective, DateTime now)
    {
        if (effective is not { } wanted)
        {
            return now;
        }

        bool isDate = wanted.Kind == DateTimeKind.Unspecified && wanted.TimeOfDay == TimeSpan.Zero;
        if (isDate)
        {
            DateOnly day = DateOnly.FromDateTime(wanted);
            if (day == Calendars.London.DateOf(now))
            {
                return now;
            }

            wanted = Calendars.London.ToUtc(day, TimeOnly.MinValue);
        }

        DateTime moment =
            wanted.Kind == DateTimeKind.Local
                ? wanted.ToUniversalTime()
                : DateTime.SpecifyKind(wanted, DateTimeKind.Utc);
        return moment < now
            ? Refusal.Invalid("effective", "A revocation never reaches back before now.")
            : moment;
    }
}
