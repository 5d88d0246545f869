using System.Net;
using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

public static partial class PageRows
{
    private static PageRow[] SearchPages =>
        [
            PageRow.Everybodys("search", "/search?q=children"),
            new("partnerships/{p}/search", "/partnerships/{p}/search", Roles.All),
            new(
                "partnerships/{p}/search",
                "/partnerships/{p}/search?q=children&kind=policy&sort=newest",
                Roles.All
            ),
            new(
                "partnerships/{p}/views",
                "/partnerships/{p}/views?address=%2Fpartnerships%2Fexample%2Fpolicies",
                Roles.All
            ),
            new("views/{id}", "/views/{view}", [Roles.BusinessUnit], HttpStatusCode.NotFound),
        ];
}
