using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Governance.Storage.SqlServer;

internal sealed class SqlServerTransactions(DatabaseSettings settings)
    : ServerTransactions<SqlServerGovernanceDb>(options =>
        options.UseSqlServer(settings.ConnectionString)
    )
{
    protected override bool IsRace(DbException exception) =>
        exception
            is SqlException
            {
                Number: 1205 // chosen as the victim of a deadlock
                    or 2601 // a doubled row in a unique index
                    or 2627 // a doubled key
                    or 3960 // changed since the statement's snapshot
            };
}
