using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>The rights that this module asks for, and what they mean for the people of a body.</summary>
public static class MeetingsPermissions
{
    public static readonly Permission KeepStructure = DutiesMatrix.KeepStructure.Permission(
        "keep-structure"
    );

    public static readonly Permission Convene = DutiesMatrix.Convene.Permission("convene");

    public static readonly Permission AnswerProcedure = DutiesMatrix.AnswerProcedure.Permission(
        "answer-procedure"
    );

    public static readonly Permission Act = DutiesMatrix.DoActions.Permission("do-actions");

    public static readonly Permission PublishMinutes = DutiesMatrix.PublishMinutes.Permission(
        "publish-minutes"
    );

    /// <summary>Everybody who holds something in the partnership but its administrator, each as far as their bodies reach.</summary>
    public static readonly Permission Read = new(
        "read-meetings",
        "Read the structure, meetings, decisions and actions",
        [.. Roles.All.Where(role => role != Roles.Administrator)]
    );

    /// <summary>Who reads what every body does; everybody else reads what their own bodies do.</summary>
    internal static readonly string[] SeeEverything =
    [
        Roles.StatutoryPartner,
        Roles.Scrutineer,
        Roles.PartnershipChair,
        Roles.BusinessUnit,
        Roles.Inspector,
    ];

    /// <summary>The business unit is every body's secretary; otherwise only who chairs the body.</summary>
    internal static Refusal? CheckSecretary(Act act, BodyMembership body) =>
        act.Caller.IsService || IsSecretary(act.Kept<Standing>()!, body)
            ? null
            : MeetingsRefusals.NotChair;

    internal static bool IsSecretary(Standing standing, BodyMembership body) =>
        standing.Holds(Roles.BusinessUnit) || body.IsChairedBy(standing.PersonId);
}
