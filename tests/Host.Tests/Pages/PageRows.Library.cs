using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

public static partial class PageRows
{
    private static PageRow[] Library =>
        [
            PageRow.Public("partnerships/{p}/library", "/partnerships/{p}/library"),
            PageRow.Public("library/{slug}", "/library/{slug}"),
            PageRow.Public("library/{slug}/versions/{n:int}", "/library/{slug}/versions/2"),
            PageRow.Public("library/{slug}/certificate", "/library/{slug}/certificate"),
            PageRow.Public("library/{slug}/origin", "/library/{slug}/origin"),
            PageRow.Public(
                "library/{slug}/versions/{n:int}/certificate",
                "/library/{slug}/versions/2/certificate"
            ),
            new("policies/{id}/cascade", "/policies/{disseminated}/cascade", Readers),
            new(
                "policies/{id}/cascade/chase",
                "/policies/{disseminated}/cascade/chase",
                [Roles.BusinessUnit]
            ),
            new(
                "policies/{id}/cascade/{agency}",
                "/policies/{disseminated}/cascade/schools",
                [Roles.AgencyRepresentative]
            ),
        ];
}
