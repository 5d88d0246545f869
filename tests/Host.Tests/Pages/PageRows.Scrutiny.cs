using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

public static partial class PageRows
{
    private static PageRow[] ScrutinyPages =>
        [
            PageRow.Public("partnerships/{p}/register", "/partnerships/{p}/register"),
            new("partnerships/{p}/challenges", "/partnerships/{p}/challenges", ChallengeReaders),
            new(
                "partnerships/{p}/challenges",
                "/partnerships/{p}/challenges?state=closed&sort=oldest",
                ChallengeReaders
            ),
            new(
                "partnerships/{p}/challenges/new",
                "/partnerships/{p}/challenges/new",
                [Roles.Scrutineer]
            ),
            new(
                "partnerships/{p}/challenges/drafts",
                "/partnerships/{p}/challenges/drafts",
                [Roles.Scrutineer]
            ),
            new(
                "partnerships/{p}/challenges/drafts/handover",
                "/partnerships/{p}/challenges/drafts/handover",
                [Roles.Scrutineer]
            ),
            new(
                "partnerships/{p}/challenges/drafts/{id}",
                "/partnerships/{p}/challenges/drafts/{challengeDraft}",
                [Roles.Scrutineer]
            ),
            new("challenges/{id}", "/challenges/{challenge}", ChallengeReaders),
            new("challenges/{id}", "/challenges/{closedChallenge}", ChallengeReaders),
            new(
                "challenges/{id}/evidence",
                "/challenges/{challenge}/evidence?off=1",
                [Roles.Scrutineer]
            ),
            .. ((string[])["acknowledgement", "response", "action", "position"]).Select(
                journey => new PageRow(
                    $"challenges/{{id}}/{journey}",
                    $"/challenges/{{challenge}}/{journey}?seat=integratedCareBoard",
                    [Roles.StatutoryPartner]
                )
            ),
            .. (
                (string[])
                    [
                        "assessment",
                        "external",
                        "closure",
                        "withdrawal",
                        "reopening",
                        "seriousness",
                        "edit",
                        "evidence",
                    ]
            ).Select(journey => new PageRow(
                $"challenges/{{id}}/{journey}",
                $"/challenges/{{challenge}}/{journey}",
                [Roles.Scrutineer]
            )),
        ];

    private static string[] ChallengeReaders =>
        [
            Roles.StatutoryPartner,
            Roles.Scrutineer,
            Roles.PartnershipChair,
            Roles.BusinessUnit,
            Roles.Inspector,
        ];
}
