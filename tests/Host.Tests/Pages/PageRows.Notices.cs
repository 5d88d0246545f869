using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

public static partial class PageRows
{
    private static PageRow[] NoticePages =>
        [
            PageRow.Everybodys("notice-preferences"),
            PageRow.Everybodys("notice-preferences/confirm"),
            new(
                "partnerships/{p}/deliveries",
                "/partnerships/{p}/deliveries",
                [Roles.Administrator]
            ),
            new(
                "partnerships/{p}/deliveries",
                "/partnerships/{p}/deliveries?state=gave-up&channel=email&order=oldest",
                [Roles.Administrator]
            ),
            new(
                "partnerships/{p}/deliveries/retry",
                "/partnerships/{p}/deliveries/retry",
                [Roles.Administrator]
            ),
            new("deliveries/{id}", "/deliveries/{delivery}", [Roles.Administrator]),
        ];
}
