using System.Net;
using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

public static partial class PageRows
{
    private static PageRow[] EscalationPages =>
        [
            PageRow.Public("raise"),
            PageRow.Public("raise/challenge") with
            {
                Shows = HttpStatusCode.Redirect,
            },
            PageRow.Public("raise/done") with
            {
                Shows = HttpStatusCode.Redirect,
            },
            PageRow.Public("status"),
            PageRow.Public("status/challenge") with
            {
                Shows = HttpStatusCode.Redirect,
            },
            new("partnerships/{p}/escalations", "/partnerships/{p}/escalations", Readers),
            new(
                "partnerships/{p}/escalations",
                "/partnerships/{p}/escalations?State=open&Theme=thresholds",
                Readers
            ),
            new(
                "partnerships/{p}/escalations/new",
                "/partnerships/{p}/escalations/new",
                [
                    Roles.Practitioner,
                    Roles.AgencyRepresentative,
                    Roles.StatutoryPartner,
                    Roles.PartnershipChair,
                    Roles.GroupChair,
                    Roles.GroupMember,
                ]
            ),
            new(
                "partnerships/{p}/escalations/themes",
                "/partnerships/{p}/escalations/themes",
                [Roles.BusinessUnit, Roles.Scrutineer]
            ),
            new("escalations/{id}", "/escalations/{escalation}", KnowOfIt, HttpStatusCode.NotFound),
            new(
                "escalations/{id}",
                "/escalations/{answeredEscalation}",
                KnowOfIt,
                HttpStatusCode.NotFound
            ),
            new(
                "escalations/{id}/answer",
                "/escalations/{escalation}/answer",
                KnowOfIt,
                HttpStatusCode.NotFound
            ),
            new(
                "escalations/{id}/satisfaction",
                "/escalations/{answeredEscalation}/satisfaction",
                [Roles.Practitioner],
                HttpStatusCode.NotFound
            ),
            new(
                "escalations/{id}/withdrawal",
                "/escalations/{escalation}/withdrawal",
                [Roles.Practitioner],
                HttpStatusCode.NotFound
            ),
            new(
                "partnerships/{p}/contacts/{b}/edit",
                "/partnerships/{p}/contacts/schools/edit",
                [Roles.BusinessUnit, Roles.AgencyRepresentative]
            ),
            new("partnerships/{p}/ladders", "/partnerships/{p}/ladders", Readers),
            new(
                "partnerships/{p}/ladders/{l}/edit",
                "/partnerships/{p}/ladders/sefton-2017/edit",
                [Roles.BusinessUnit]
            ),
            new(
                "partnerships/{p}/ladders/{l}/edit",
                "/partnerships/{p}/ladders/new/edit",
                [Roles.BusinessUnit]
            ),
            new("partnerships/{p}/contacts", "/partnerships/{p}/contacts", Readers),
            new(
                "partnerships/{p}/front-door",
                "/partnerships/{p}/front-door",
                [Roles.BusinessUnit]
            ),
        ];

    /// <summary>Whoever raised it, those who are asked, the business unit and the scrutiny function.</summary>
    private static string[] KnowOfIt =>
        [Roles.Practitioner, Roles.AgencyRepresentative, Roles.BusinessUnit, Roles.Scrutineer];
}
