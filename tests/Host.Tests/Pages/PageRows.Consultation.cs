using System.Net;
using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

public static partial class PageRows
{
    private static PageRow[] ConsultationPages =>
        [
            new("policies/{id}/consultation", "/policies/{consulted}/consultation", Readers),
            new(
                "policies/{id}/consultation/open",
                "/policies/{consulted}/consultation/open",
                Steers
            ),
            new(
                "policies/{id}/consultation/close",
                "/policies/{consulted}/consultation/close",
                Steers
            ),
            new(
                "policies/{id}/consultation/comment",
                "/policies/{consulted}/consultation/comment",
                [
                    Roles.StatutoryPartner,
                    Roles.PartnershipChair,
                    Roles.Scrutineer,
                    Roles.AgencyRepresentative,
                    Roles.Practitioner,
                ]
            ),
            new(
                "comments/{id}/disposition",
                "/comments/{comment}/disposition",
                Steers,
                HttpStatusCode.NotFound
            ),
        ];

    private static string[] Steers => [Roles.BusinessUnit, Roles.GroupChair];
}
