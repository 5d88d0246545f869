using System.Net;
using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

public static partial class PageRows
{
    /// <summary>Who reads what the executive does: to everybody else its meetings are not there.</summary>
    private static string[] OfExecutive =>
        [
            Roles.StatutoryPartner,
            Roles.Scrutineer,
            Roles.PartnershipChair,
            Roles.BusinessUnit,
            Roles.Inspector,
        ];

    private static PageRow[] MeetingPages =>
        [
            new("partnerships/{p}/meetings", "/partnerships/{p}/meetings", Readers),
            new("partnerships/{p}/structure", "/partnerships/{p}/structure", Readers),
            new(
                "partnerships/{p}/structure/new",
                "/partnerships/{p}/structure/new",
                [Roles.BusinessUnit]
            ),
            new("partnerships/{p}/decisions", "/partnerships/{p}/decisions", Readers),
            new("partnerships/{p}/actions", "/partnerships/{p}/actions", Readers),
            new(
                "partnerships/{p}/actions/new",
                "/partnerships/{p}/actions/new",
                [Roles.BusinessUnit]
            ),
            new(
                "partnerships/{p}/written-procedures",
                "/partnerships/{p}/written-procedures",
                Readers
            ),
            new("bodies/{b}", "/bodies/{body}", Readers),
            new("bodies/{b}/change", "/bodies/{body}/change", [Roles.BusinessUnit]),
            new("bodies/{b}/members", "/bodies/{body}/members", [Roles.BusinessUnit]),
            Chaired("bodies/{b}/meetings/new", "/bodies/{body}/meetings/new"),
            Chaired("bodies/{b}/written-procedures/new", "/bodies/{body}/written-procedures/new"),
            Secretary("meetings/{m}/agenda", "/meetings/{meeting}/agenda"),
            Secretary("meetings/{m}/attendance", "/meetings/{meeting}/attendance"),
            Secretary("meetings/{m}/change", "/meetings/{plannedMeeting}/change"),
            Executive("meetings/{m}", "/meetings/{meeting}"),
            Executive("meetings/{m}/items/{i}", "/meetings/{meeting}/items/{item}"),
            Executive("meetings/{m}/pack", "/meetings/{meeting}/pack"),
            Executive("meetings/{m}/minutes", "/meetings/{closedMeeting}/minutes"),
            Executive("decisions/{d}", "/decisions/{decision}"),
            Executive("actions/{a}", "/actions/{action}"),
            Executive("written-procedures/{w}", "/written-procedures/{procedure}"),
            PageRow.Public("partnerships/{p}/minutes"),
            PageRow.Public("minutes/{m}", "/minutes/{closedMeeting}"),
        ];

    private static PageRow Executive(string page, string address) =>
        new(page, address, OfExecutive, HttpStatusCode.NotFound);

    private static PageRow Secretary(string page, string address) =>
        new(page, address, [Roles.BusinessUnit, Roles.PartnershipChair], HttpStatusCode.NotFound);

    private static PageRow Chaired(string page, string address) =>
        new(page, address, [Roles.BusinessUnit, Roles.PartnershipChair]);
}
