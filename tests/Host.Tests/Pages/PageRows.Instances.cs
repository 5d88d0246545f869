using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

public static partial class PageRows
{
    private static string[] InstanceReaders =>
        [
            Roles.StatutoryPartner,
            Roles.Scrutineer,
            Roles.PartnershipChair,
            Roles.BusinessUnit,
            Roles.GroupChair,
            Roles.GroupMember,
            Roles.Inspector,
        ];

    private static PageRow[] InstancePages =>
        [
            new("partnerships/{p}/instances", "/partnerships/{p}/instances", InstanceReaders),
            new(
                "partnerships/{p}/instances",
                "/partnerships/{p}/instances?state=Faulted&definition=policy",
                InstanceReaders
            ),
            new("instances/{id}", "/instances/{instance}", InstanceReaders),
            new("instances/{id}", "/instances/{undertaking}", InstanceReaders),
            new("requests/{id}", "/requests/{request}", InstanceReaders),
            .. ((string[])["retry", "skip", "cancellation", "migration"]).Select(
                journey => new PageRow(
                    $"instances/{{id}}/{journey}",
                    $"/instances/{{instance}}/{journey}",
                    [Roles.BusinessUnit]
                )
            ),
        ];
}
