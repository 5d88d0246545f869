using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

public static partial class PageRows
{
    private static PageRow[] DefinitionPages =>
        [
            new("partnerships/{p}/definitions", "/partnerships/{p}/definitions", WorkflowReaders),
            new(
                "partnerships/{p}/definitions",
                "/partnerships/{p}/definitions?state=draft&sort=changed",
                WorkflowReaders
            ),
            new(
                "partnerships/{p}/definitions/{d}",
                "/partnerships/{p}/definitions/policy",
                WorkflowReaders
            ),
            new(
                "partnerships/{p}/definitions/{d}",
                "/partnerships/{p}/definitions/{workflow}",
                WorkflowReaders
            ),
            new(
                "partnerships/{p}/definitions/{d}/compare",
                "/partnerships/{p}/definitions/policy/compare?from=9",
                WorkflowReaders
            ),
            new(
                "partnerships/{p}/definitions/{d}/versions/{n:int}",
                "/partnerships/{p}/definitions/{workflow}/versions/1",
                WorkflowReaders
            ),
            new(
                "partnerships/{p}/definitions/{d}/versions/{a:int}/changes/{b:int}",
                "/partnerships/{p}/definitions/{workflow}/versions/1/changes/2",
                WorkflowReaders
            ),
        ];

    /// <summary>Whoever may see how workflows run may read what they are.</summary>
    private static string[] WorkflowReaders =>
        [
            Roles.StatutoryPartner,
            Roles.Scrutineer,
            Roles.PartnershipChair,
            Roles.BusinessUnit,
            Roles.GroupChair,
            Roles.GroupMember,
            Roles.Inspector,
        ];
}
