using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

/// <summary>The pages that hold a part of Elsa Studio: for whoever may read the workflow definitions.</summary>
public static partial class PageRows
{
    private static string[] DefinitionReaders =>
        [
        Roles.StatutoryPartner,
        Roles.Scrutineer,
        Roles.PartnershipChair,
        Roles.BusinessUnit,
        Roles.GroupChair,
        Roles.GroupMember,
        Roles.Inspector,
    ];

    private static PageRow[] DesignerPages =>
        [
            Designer("designer", "/designer"),
            Designer("designer/definitions/{id}", "/designer/definitions/policy"),
            Designer("designer/instances", "/designer/instances"),
            Designer("designer/instances/{id}", "/designer/instances/none"),
        ];

    private static PageRow Designer(string page, string address) =>
        new(page, address + "?partnership={p}", DefinitionReaders);
}
