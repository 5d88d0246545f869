using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Escalation;

/// <summary>The rights that this module asks for, and what they mean for one challenge.</summary>
public static class EscalationPermissions
{
    public static readonly Permission Raise = DutiesMatrix.RaiseConcern.Permission(
        "raise-escalation"
    );

    public static readonly Permission Answer = DutiesMatrix.AnswerConcern.Permission(
        "answer-escalation"
    );

    public static readonly Permission KeepContacts = DutiesMatrix.KeepContacts.Permission(
        "keep-contacts"
    );

    public static readonly Permission ProposeLadder = DutiesMatrix.Configure.Permission(
        "propose-ladder"
    );

    /// <summary>Whom to call is the business unit’s to keep; it is nobody’s second opinion.</summary>
    public static readonly Permission KeepFrontDoor = new(
        "keep-front-door",
        "Say whom to call when a child is at immediate risk",
        Roles.BusinessUnit
    );

    /// <summary>Every challenge, and what they have in common.</summary>
    public static readonly Permission ReadAll = new(
        "read-escalations",
        "Read all professional challenges and their themes",
        Roles.BusinessUnit,
        Roles.Scrutineer
    );

    /// <summary>Ladders, contacts and whom to call: everybody of the partnership.</summary>
    public static readonly Permission ReadDirectory = new(
        "read-directory",
        "Read ladders and the directory of contacts",
        [.. Roles.All.Where(role => role != Roles.Administrator)]
    );

    /// <summary>By the secret that the act locates its subject with; no appointment is asked for.</summary>
    internal static readonly Permission ByKey = PartnershipsPermissions.Own(
        "by-escalation-key",
        "See and conclude the challenge that a key leads to"
    );

    internal static readonly Permission ByLink = PartnershipsPermissions.Own(
        "by-raising-link",
        "Raise a professional challenge through a body’s link"
    );

    /// <summary>Whether somebody acts for a body: represents the agency, or holds the seat.</summary>
    internal static bool ActsFor(Standing standing, string body) =>
        standing.HoldsSeat(body) || standing.Agencies.Contains(body);

    /// <summary>Whether somebody is one of those whom a stage asks.</summary>
    internal static bool IsAsked(Standing standing, string askedOf) =>
        askedOf switch
        {
            StageParties.Delegates => standing.Appointments.Any(a => a.Level == Levels.Delegate),
            StageParties.Leads => standing.Appointments.Any(a => a.Level == Levels.Lead),
            StageParties.PartnershipChair => standing.Holds(Roles.PartnershipChair),
            StageParties.Scrutineer => standing.Holds(Roles.Scrutineer),
            StageParties.BusinessUnit => standing.Holds(Roles.BusinessUnit),
            _ => ActsFor(standing, askedOf),
        };

    /// <summary>Contacts and links: the body’s own people, and the business unit.</summary>
    internal static Refusal? CheckKeeper(Standing standing, string body) =>
        standing.Holds(Roles.BusinessUnit) || ActsFor(standing, body)
            ? null
            : EscalationRefusals.NotYourBody;
}
