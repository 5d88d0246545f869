using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Partnerships;

/// <summary>This module's refusals. Codes never change.</summary>
public static class PartnershipsRefusals
{
    public static readonly Refusal AdministratorActsOnNoCase = Forbidden(
        "duties.administrator-acts-on-no-case",
        "An administrator keeps the installation running and acts on no case."
    );

    public static readonly Refusal OnlyPeople = Forbidden(
        "duties.only-people",
        "Only a person does this. A program may read and keep what is open to it; it never signs, answers, approves or ends anything."
    );

    public static readonly Refusal ActsAsScrutineerOfAPartner = Forbidden(
        "duties.scrutineer-of-a-partner",
        "You sign in by a partner's directory, whose administrator could reset your account: nobody acts as the scrutineer by it."
    );

    public static readonly Refusal ScrutineerOfAPartner = Conflict(
        "appointment.scrutineer-of-a-partner",
        "This person signs in by a partner's directory, whose administrator could reset their account. A scrutineer signs in by one that belongs to none of the partners."
    );

    public static readonly Refusal AnotherBodysDirectory = Conflict(
        "appointment.another-bodys-directory",
        "This person signs in by a directory whose people do not speak for that body."
    );

    public static readonly Refusal AdministratorNamed = Conflict(
        "administrator.named",
        "This installation has or had an administrator. The business unit proposes the next one, and somebody from another body agrees."
    );

    public static readonly Refusal AlreadyHeld = Conflict(
        "appointment.already-held",
        "This person already holds that appointment, or is proposed for it, on some of these days."
    );

    public static readonly Refusal SeatTaken = Conflict(
        "appointment.seat-taken",
        "Somebody else is this seat's lead or delegate, or is proposed for it, on some of these days. End that appointment first."
    );

    public static readonly Refusal HoldsAnotherSeat = Conflict(
        "appointment.holds-another-seat",
        "This person holds a seat of this partnership on some of these days. Nobody holds two, or one at two levels."
    );

    public static readonly Refusal ScrutineerIsIndependent = Conflict(
        "appointment.scrutineer-independent",
        "A scrutineer holds no other role in the partnership that they scrutinise."
    );

    public static readonly Refusal AdministratorStandsAlone = Conflict(
        "appointment.administrator-alone",
        "An administrator holds no other role."
    );

    public static readonly Refusal ChairIsNotDelegate = Conflict(
        "appointment.chair-not-delegate",
        "The partnership chair is one of the delegated partners: appoint the person as a seat's delegate first."
    );

    public static readonly Refusal ChairTaken = Conflict(
        "appointment.chair-taken",
        "Somebody else chairs the partnership on some of these days. End that appointment first."
    );

    public static readonly Refusal AppointmentOver = Conflict(
        "appointment.over",
        "This appointment has ended already, or was declined."
    );

    public static readonly Refusal AppointmentPending = Conflict(
        "appointment.pending",
        "This appointment waits for its second approver: decide that instead."
    );

    public static readonly Refusal EndPending = Conflict(
        "appointment.end-pending",
        "The end of this appointment waits for its second approver already."
    );

    public static readonly Refusal ApprovalDecided = Conflict(
        "approval.decided",
        "This has been decided already."
    );

    public static readonly Refusal OwnProposal = Forbidden(
        "approval.own-proposal",
        "Whoever proposes something is not its second person."
    );

    public static readonly Refusal NotOwnProposal = Forbidden(
        "approval.not-own-proposal",
        "Only whoever proposed it withdraws it."
    );

    public static readonly Refusal AboutYourself = Forbidden(
        "approval.about-yourself",
        "This is about you: somebody else has to decide it."
    );

    public static readonly Refusal NotAnApprover = Forbidden(
        "approval.not-an-approver",
        "Your appointments do not let you decide this kind of proposal."
    );

    public static readonly Refusal SameBody = Forbidden(
        "approval.same-body",
        "The second approver must come from another body than the person who proposed it."
    );

    public static readonly Refusal NotTheLead = Forbidden(
        "delegation.not-the-lead",
        "Only the seat's lead grants and revokes its delegations."
    );

    public static readonly Refusal NotOwnAuthority = Forbidden(
        "delegation.not-own-authority",
        "Only the authority of the seat's lead or of its delegate can be lent; what was lent is not passed on."
    );

    public static readonly Refusal NotOnTheSeat = Forbidden(
        "delegation.not-on-the-seat",
        "Authority is lent to the delegate or a deputy of the same seat, in the same partnership, and to nobody else."
    );

    public static readonly Refusal DelegationStanding = Conflict(
        "delegation.standing",
        "This authority is lent to this person for one of these classes on some of these days already."
    );

    public static readonly Refusal DelegationOver = Conflict(
        "delegation.over",
        "This delegation has run out or has been revoked already."
    );

    public static readonly Refusal AgencyNamed = Conflict(
        "agency.named",
        "An agency with this id or this name is among the partnership's relevant agencies already."
    );

    public static readonly Refusal PartnershipExists = Conflict(
        "partnership.exists",
        "A partnership with this id has been established already."
    );

    public static Refusal NotPermitted(Permission permission) =>
        Forbidden(
            "permission." + permission.Name,
            "Your appointments do not let you do this: " + permission.Description + "."
        );

    private static Refusal Forbidden(string code, string message) =>
        new(code, message, RefusalKind.Forbidden);

    private static Refusal Conflict(string code, string message) =>
        new(code, message, RefusalKind.Conflict);
}
