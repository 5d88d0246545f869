using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

/// <summary>The pages about policies. Agencies and practitioners see those that are published.</summary>
public static partial class PageRows
{
    /// <summary>Who may begin a policy.</summary>
    private static string[] Writers =>
        [Roles.StatutoryPartner, Roles.BusinessUnit, Roles.GroupChair, Roles.GroupMember];

    /// <summary>Who may edit a policy that is no group's output.</summary>
    private static string[] Editors => [Roles.StatutoryPartner, Roles.BusinessUnit];

    /// <summary>Who carries on a policy that is no group's output.</summary>
    private static string[] Unit => [Roles.BusinessUnit];

    private static PageRow[] PolicyPages =>
        [
            new("partnerships/{p}/policies", "/partnerships/{p}/policies", Readers),
            new("partnerships/{p}/policies/new", "/partnerships/{p}/policies/new", Writers),
            new("policies/{id}", "/policies/{published}", Readers),
            new("policies/{id}/draft", "/policies/{published}/draft", Editors),
            new("policies/{id}/versions", "/policies/{published}/versions", Readers),
            new("policies/{id}/versions/{n:int}", "/policies/{published}/versions/1", Readers),
            new(
                "policies/{id}/versions/{a:int}/changes/{b:int}",
                "/policies/{published}/versions/1/changes/1",
                Readers
            ),
            new("policies/{id}/attachments", "/policies/{published}/attachments", Readers),
            new("policies/{id}/request-sign-off", "/policies/{published}/request-sign-off", Unit),
            new(
                "policies/{id}/map",
                "/policies/{published}/map",
                [.. Readers.Except([Roles.AgencyRepresentative, Roles.Practitioner])]
            ),
            new("policies/{id}/review", "/policies/{published}/review", Readers),
            new("policies/{id}/owner", "/policies/{published}/owner", Unit),
            new("policies/{id}/withdraw", "/policies/{published}/withdraw", Unit),
        ];
}
