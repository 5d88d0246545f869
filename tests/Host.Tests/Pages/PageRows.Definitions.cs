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
            new(
                "partnerships/{p}/definitions/{d}/rehearsals",
                "/partnerships/{p}/definitions/{workflow}/rehearsals",
                WorkflowReaders
            ),
            .. DefinitionEdits,
        ];

    /// <summary>Only the business unit writes; everybody else has no page for it.</summary>
    private static IEnumerable<PageRow> DefinitionEdits =>
        new (string Page, string Address)[]
        {
            ("new", "new?copies=policy"),
            ("{d}/details", "{workflow}/details"),
            ("{d}/step", "{workflow}/step?step=Tell"),
            ("{d}/step", "policy/step?step=Consult"),
            ("{d}/step/new", "{workflow}/step/new?after=Post"),
            ("{d}/step/new", "{workflow}/step/new?after=Post&kind=Governance.Notify"),
            ("{d}/step/remove", "{workflow}/step/remove?step=Post"),
            ("{d}/propose", "{workflow}/propose"),
            ("{d}/retract", "{workflow}/retract"),
            ("{d}/start", "{workflow}/start"),
            ("{d}/start", "policy/start"),
            ("{d}/delete", "{workflow}/delete?version=2"),
            ("{d}/versions/{n:int}/restore", "{workflow}/versions/1/restore"),
        }.Select(row => new PageRow(
            "partnerships/{p}/definitions/" + row.Page,
            "/partnerships/{p}/definitions/" + row.Address,
            [Roles.BusinessUnit]
        ));

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
