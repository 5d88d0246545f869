using System.Net;
using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

public static partial class PageRows
{
    private static string[] RetentionReaders =>
        [Roles.StatutoryPartner, Roles.Scrutineer, Roles.BusinessUnit, Roles.Inspector];

    private static PageRow[] RetentionPages =>
        [
            new("partnerships/{p}/retention", "/partnerships/{p}/retention", RetentionReaders),
            new(
                "partnerships/{p}/retention/{key}",
                "/partnerships/{p}/retention/policy",
                [Roles.BusinessUnit]
            ),
            new(
                "partnerships/{p}/holds/new",
                "/partnerships/{p}/holds/new",
                [Roles.StatutoryPartner, Roles.Scrutineer, Roles.BusinessUnit]
            ),
            new("holds/{id}", "/holds/{hold}", RetentionReaders),
            new(
                "partnerships/{p}/disposals/new",
                "/partnerships/{p}/disposals/new",
                [Roles.BusinessUnit]
            ),
            new("disposals/{id}", "/disposals/{disposal}", RetentionReaders),
            new(
                "disposal-items/{id}/certificate",
                "/disposal-items/{disposed}/certificate",
                RetentionReaders
            ),
            new(
                "erasures",
                "/erasures",
                [Roles.Administrator, Roles.BusinessUnit],
                HttpStatusCode.NotFound
            ),
            new("erasures/new", "/erasures/new", [Roles.Administrator], HttpStatusCode.NotFound),
            new(
                "erasures/{id}",
                "/erasures/{erasure}",
                [Roles.Administrator, Roles.BusinessUnit],
                HttpStatusCode.NotFound
            ),
        ];
}
