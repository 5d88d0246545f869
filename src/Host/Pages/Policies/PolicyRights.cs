using Governance.Contracts;
using Governance.Host.SignIn;
using Governance.Modules.Policies;

namespace Governance.Host.Pages.Policies;

/// <summary>Which links and buttons a viewer sees. Whether an act is allowed stays the act's to say.</summary>
internal static class PolicyRights
{
    /// <summary>Business unit and seat holders; the chair and members of the group whose output it is.</summary>
    public static bool MayDraft(this Viewer viewer, string partnership, string? group) =>
        viewer.May(partnership, PoliciesPermissions.Draft)
        && (
            viewer.Holds(partnership, Roles.BusinessUnit)
            || viewer.Holds(partnership, Roles.StatutoryPartner)
            || viewer.Groups(partnership).Contains(group)
        );

    /// <summary>Business unit; the chair of the group whose output it is.</summary>
    public static bool MaySteer(this Viewer viewer, string partnership, string? group) =>
        viewer.Holds(partnership, Roles.BusinessUnit)
        || viewer.Appointments.Any(held =>
            held.Partnership == partnership
            && held.Role == Roles.GroupChair
            && held.Group == group
            && group is not null
        );

    /// <summary>The groups that the viewer chairs or is a member of.</summary>
    public static IReadOnlyList<string> Groups(this Viewer viewer, string partnership) =>
        [
            .. viewer
                .Appointments.Where(held =>
                    held.Partnership == partnership
                    && held.Role is Roles.GroupChair or Roles.GroupMember
                )
                .Select(held => held.Group)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Whoever signs and edits becomes an author, and cannot sign what they wrote.</summary>
    public static bool WouldLoseSignature(this Viewer viewer, string partnership) =>
        viewer.Holds(partnership, Roles.StatutoryPartner);

    /// <summary>What a page says to those who may read a policy and not do this to it.</summary>
    public static Refusal NotYours { get; } =
        new(
            "page.not-permitted",
            "You may read this policy, but your appointments do not include this. Ask the business unit.",
            RefusalKind.Forbidden
        );
}
