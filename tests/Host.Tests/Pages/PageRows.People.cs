using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

public static partial class PageRows
{
    private static string[] SecondPersons => [Roles.StatutoryPartner, Roles.BusinessUnit];

    private static PageRow[] PeoplePages =>
        [
            new("partnerships/{p}/people", "/partnerships/{p}/people", Roles.All),
            new("partnerships/{p}/appointments", "/partnerships/{p}/appointments", Roles.All),
            new(
                "partnerships/{p}/appointments/new",
                "/partnerships/{p}/appointments/new",
                [Roles.BusinessUnit]
            ),
            new("appointments/{id}/end", "/appointments/{appointment}/end", [Roles.BusinessUnit]),
            new("partnerships/{p}/imports", "/partnerships/{p}/imports", [Roles.BusinessUnit]),
            new("partnerships/{p}/attestations", "/partnerships/{p}/attestations", Roles.All),
            new("attestations/{id}", "/attestations/{attestation}", Roles.All),
            new("partnerships/{p}/duties", "/partnerships/{p}/duties", Roles.All),
            new("partnerships/{p}/delegations", "/partnerships/{p}/delegations", Roles.All),
            new(
                "partnerships/{p}/delegations/new",
                "/partnerships/{p}/delegations/new",
                [Roles.StatutoryPartner]
            ),
            new(
                "delegations/{id}/revoke",
                "/delegations/{delegation}/revoke",
                [Roles.StatutoryPartner]
            ),
            PageRow.Everybodys("approvals"),
            new("approvals/{id}", "/approvals/{approval}", SecondPersons),
            new("partnerships/{p}/interests", "/partnerships/{p}/interests", Readers),
            new(
                "partnerships/{p}/interests/new",
                "/partnerships/{p}/interests/new",
                [.. Readers.Where(role => role != Roles.Inspector)]
            ),
            PageRow.Everybodys("calendars"),
            PageRow.Everybodys("calendars/{c}", "/calendars/england-and-wales"),
            new("calendars/{c}/new", "/calendars/england-and-wales/new", [Roles.BusinessUnit])
            {
                IsEverybodys = true,
            },
            new("clocks/{id}", "/clocks/{clock}", Roles.All),
            PageRow.Everybodys("clocks/calculation"),
        ];
}
