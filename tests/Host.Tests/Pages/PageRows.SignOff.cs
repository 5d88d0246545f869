using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

public static partial class PageRows
{
    private static string[] RoundReaders =>
        [.. Readers.Where(role => role is not (Roles.AgencyRepresentative or Roles.Practitioner))];

    private static PageRow[] SignOffPages =>
        [
            new("sign-offs/{id}", "/sign-offs/{round}", RoundReaders),
            new("sign-offs/{id}", "/sign-offs/{frameworkRound}", RoundReaders),
            new(
                "sign-offs/{id}/sign",
                "/sign-offs/{frameworkRound}/sign",
                [Roles.StatutoryPartner]
            ),
            new("sign-offs/{id}/sign", "/sign-offs/{round}/sign", [Roles.StatutoryPartner]),
            new(
                "sign-offs/{id}/sign/confirmation",
                "/sign-offs/{round}/sign/confirmation",
                RoundReaders
            )
            {
                Shows = System.Net.HttpStatusCode.Redirect,
            },
            new("sign-offs/{id}/reject", "/sign-offs/{round}/reject", [Roles.StatutoryPartner]),
            new("sign-offs/{id}/withdraw", "/sign-offs/{round}/withdraw", [Roles.StatutoryPartner]),
            new("sign-offs/{id}/comment", "/sign-offs/{round}/comment", [Roles.Scrutineer]),
            new(
                "partnerships/{p}/definitions/{d}/withdrawal",
                "/partnerships/{p}/definitions/written-procedure/withdrawal",
                [Roles.BusinessUnit]
            ),
            PageRow.Everybodys("tasks"),
            PageRow.Everybodys("notices"),
            PageRow.Everybodys("calendar"),
        ];
}
