using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

/// <summary>The pages of the record: for seat holders, the scrutiny function, the business unit and inspectors.</summary>
public static partial class PageRows
{
    private static string[] RecordReaders =>
        [Roles.StatutoryPartner, Roles.Scrutineer, Roles.BusinessUnit, Roles.Inspector];

    private static PageRow[] RecordPages =>
        [
            new("partnerships/{p}/record", "/partnerships/{p}/record", RecordReaders),
            new(
                "partnerships/{p}/record/entries/{n:long}",
                "/partnerships/{p}/record/entries/1",
                RecordReaders
            ),
            new(
                "partnerships/{p}/record/verification",
                "/partnerships/{p}/record/verification",
                RecordReaders
            ),
            new("partnerships/{p}/record/proofs", "/partnerships/{p}/record/proofs", RecordReaders),
        ];
}
