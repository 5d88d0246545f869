using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Meetings;

/// <summary>
/// For which place somebody sits (DOMAIN A4): in their own right, by the body or by an appointment that holds the place; or as the
/// named deputy of somebody who does. Whoever has no place attends without counting. Pure.
/// </summary>
public static class SittingRules
{
    /// <summary>The place; null for somebody who only attends; or what is wrong with the entry, by field.</summary>
    /// <param name="held">What is held in the partnership that day.</param>
    public static Result<string?> PlaceOf(
        AttendanceBody given,
        BodyMembership body,
        IReadOnlyList<Appointment> held,
        DateTime now
    )
    {
        FieldErrors errors = new();
        errors.When(
            given.Person is null || !Belongs(given.Person, body, held),
            "person",
            "Name somebody who holds an appointment in this partnership today."
        );
        errors.When(
            !AttendanceStates.All.Contains(given.State),
            "state",
            $"Say {string.Join(", ", AttendanceStates.All)}."
        );
        errors.When(
            given.Seat is not null && (!Seats.All.Contains(given.Seat) || given.Agency is not null),
            "seat",
            $"Name one seat, and no agency beside it: {string.Join(", ", Seats.All)}."
        );
        errors.When(
            given.At is { } at && (MeetingRules.Utc(at) > now || at.Year < 2000),
            "at",
            "Give a moment that is not ahead of now."
        );
        if (errors.AsRefusal() is { } wrong)
        {
            return wrong;
        }

        string? named =
            given.Seat is not null ? PlaceKeys.Seat(given.Seat)
            : given.Agency is not null ? PlaceKeys.Agency(given.Agency)
            : null;
        return given.DeputyFor is { } principal
            ? AsDeputy(given.Person!, principal, named, body, held)
            : InOwnRight(given.Person!, named, body, held);
    }

    private static Result<string?> InOwnRight(
        string person,
        string? named,
        BodyMembership body,
        IReadOnlyList<Appointment> held
    )
    {
        string? own = body.PlaceOf(person, named) ?? Held(person, named, held);
        if (own is not null || named is null)
        {
            return own;
        }

        bool isDeputy = held.Any(a =>
            a.PersonId == person
            && a.Level == Levels.Deputy
            && a.Seat is not null
            && PlaceKeys.Seat(a.Seat) == named
        );
        return isDeputy
            ? Refusal.Invalid("deputyFor", "A deputy sits for a named holder: say for whom.")
            : Refusal.Invalid(
                PlaceKeys.SeatOf(named) is null ? "agency" : "seat",
                "This person does not hold that place. Name the member for whom they sit as deputy, or leave the place out."
            );
    }

    private static Result<string?> AsDeputy(
        string person,
        string principal,
        string? named,
        BodyMembership body,
        IReadOnlyList<Appointment> held
    )
    {
        string? place =
            person == principal
                ? null
                : body.PlaceOf(principal, named) ?? Held(principal, named, held);
        return place is not null
            ? place
            : Refusal.Invalid(
                "deputyFor",
                "Name a member of the body, or the holder of the place, who is somebody else."
            );
    }

    /// <summary>The named place, where an appointment gives it: a seat's lead or delegate, an agency's representative.</summary>
    private static string? Held(string person, string? named, IReadOnlyList<Appointment> held) =>
        named is not null
        && held.Any(a =>
            a.PersonId == person
            && (
                a.Seat is not null && a.Level != Levels.Deputy && PlaceKeys.Seat(a.Seat) == named
                || a.Role == Roles.AgencyRepresentative
                    && a.AgencyId is not null
                    && PlaceKeys.Agency(a.AgencyId) == named
            )
        )
            ? named
            : null;

    private static bool Belongs(
        string person,
        BodyMembership body,
        IReadOnlyList<Appointment> held
    ) => body.Has(person) || held.Any(a => a.PersonId == person);
}
