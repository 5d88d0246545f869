using Governance.Contracts;

namespace Governance.Modules.Partnerships;

/// <summary>What an appointment has to be, and what it may not meet (DOMAIN A1.2 to A1.8, B1.4, B1.8). Pure.</summary>
public static class AppointmentRules
{
    /// <summary>Roles whose appointment and end need a second approver from another body, and of which the leads are told.</summary>
    public static bool NeedsSecondApprover(string role) =>
        role is Roles.Scrutineer or Roles.Administrator;

    /// <summary>The body's own mistakes, by field; null when there is none.</summary>
    public static Refusal? Check(AppointPersonBody body, bool personIsKnown, bool agencyIsKnown)
    {
        FieldErrors errors = new();
        errors.When(!personIsKnown, "person", "Name somebody who is registered.");
        errors.When(!Roles.All.Contains(body.Role), "role", "Name one of the roles.");
        CheckSeat(body, errors);
        CheckBelonging(body, agencyIsKnown, errors);
        errors.When(body.From is null, "from", "Give the first day.");
        errors.When(
            body.From is { } from && body.To is { } to && to < from,
            "to",
            "The last day cannot come before the first."
        );
        return errors.AsRefusal();
    }

    private static void CheckSeat(AppointPersonBody body, FieldErrors errors)
    {
        bool seated = body.Role == Roles.StatutoryPartner;
        errors.When(
            seated && body.Seat is null,
            "seat",
            "A statutory partner holds a seat: name it."
        );
        errors.When(
            !seated && body.Seat is not null,
            "seat",
            "Only a statutory partner holds a seat."
        );
        errors.When(
            body.Seat is not null && !Seats.All.Contains(body.Seat),
            "seat",
            "Name one of the three seats."
        );
        errors.When(
            seated && body.Level is null,
            "level",
            "Say whether as lead, delegate or deputy."
        );
        errors.When(
            !seated && body.Level is not null,
            "level",
            "Only a statutory partner has a level."
        );
        errors.When(
            body.Level is not null && !Levels.All.Contains(body.Level),
            "level",
            "A level is lead, delegate or deputy."
        );
    }

    private static void CheckBelonging(
        AppointPersonBody body,
        bool agencyIsKnown,
        FieldErrors errors
    )
    {
        errors.When(
            body.Role == Roles.AgencyRepresentative && body.Agency is null,
            "agency",
            "Name the agency that is represented."
        );
        errors.When(
            body.Agency is not null && !agencyIsKnown,
            "agency",
            "Name one of this partnership's relevant agencies."
        );
        bool inGroup = body.Role is Roles.GroupChair or Roles.GroupMember;
        errors.When(inGroup && string.IsNullOrWhiteSpace(body.Group), "group", "Name the group.");
        errors.When(!inGroup && body.Group is not null, "group", "Only a group's people name it.");
        errors.When(body.Group?.Length > Storage.Ids.MaxLength, "group", "This is no group's id.");
    }

    /// <summary>
    /// What the appointment would meet; null when nothing. <paramref name="inPartnership"/> are all appointments of the
    /// partnership, <paramref name="ofPerson"/> all of the person in any; those that wait for approval take up their days too.
    /// </summary>
    public static Refusal? Conflict(
        Appointment proposed,
        IEnumerable<Appointment> inPartnership,
        IEnumerable<Appointment> ofPerson
    )
    {
        Appointment[] meeting =
        [
            .. inPartnership.Where(a =>
                a.Id != proposed.Id
                && a.PartnershipId == proposed.PartnershipId
                && a.TakesUp(proposed.From, proposed.To)
            ),
        ];
        Appointment[] own = [.. meeting.Where(a => a.PersonId == proposed.PersonId)];
        Appointment[] ownAnywhere =
        [
            .. ofPerson.Where(a =>
                a.Id != proposed.Id
                && a.PersonId == proposed.PersonId
                && a.TakesUp(proposed.From, proposed.To)
            ),
        ];

        if (own.Any(a => IsSame(a, proposed)))
        {
            return PartnershipsRefusals.AlreadyHeld;
        }

        if (Clash(proposed, ownAnywhere, Roles.Administrator))
        {
            return PartnershipsRefusals.AdministratorStandsAlone;
        }

        if (Clash(proposed, own, Roles.Scrutineer))
        {
            return PartnershipsRefusals.ScrutineerIsIndependent;
        }

        return proposed.Role switch
        {
            Roles.StatutoryPartner => SeatConflict(proposed, meeting, own),
            Roles.PartnershipChair => ChairConflict(proposed, meeting, own),
            _ => null,
        };
    }

    private static Refusal? SeatConflict(
        Appointment proposed,
        Appointment[] meeting,
        Appointment[] own
    )
    {
        if (own.Any(a => a.Seat is not null))
        {
            return PartnershipsRefusals.HoldsAnotherSeat;
        }

        // A seat has one lead and one delegate at a time, and as many deputies as it needs.
        bool taken =
            proposed.Level != Levels.Deputy
            && meeting.Any(a => a.Seat == proposed.Seat && a.Level == proposed.Level);
        return taken ? PartnershipsRefusals.SeatTaken : null;
    }

    private static Refusal? ChairConflict(
        Appointment proposed,
        Appointment[] meeting,
        Appointment[] own
    )
    {
        if (meeting.Any(a => a.Role == Roles.PartnershipChair))
        {
            return PartnershipsRefusals.ChairTaken;
        }

        bool isDelegate = own.Any(a => a.Level == Levels.Delegate && a.IsHeldOn(proposed.From));
        return isDelegate ? null : PartnershipsRefusals.ChairIsNotDelegate;
    }

    /// <summary>One of the two appointments is the exclusive role and the other is not.</summary>
    private static bool Clash(Appointment proposed, Appointment[] own, string exclusive) =>
        own.Any(a => (a.Role == exclusive) != (proposed.Role == exclusive));

    private static bool IsSame(Appointment one, Appointment other) =>
        (one.Role, one.Seat, one.Level, one.AgencyId, one.GroupId)
        == (other.Role, other.Seat, other.Level, other.AgencyId, other.GroupId);
}
