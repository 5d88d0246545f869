using System.Security.Cryptography;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.SqlServer;

/// <summary>
/// A database of one test on the server that <c>GOVERNANCE_TEST_SQLSERVER</c> names (a connection string without a database, of
/// somebody who may create some). These tests are built only where it is set; a server that cannot be reached fails them.
/// </summary>
public sealed class SqlServerStore(
    Action<IServiceCollection>? register = null,
    TestClock? clock = null
)
    : GovernanceStore(
        new DatabaseSettings(DatabaseProvider.SqlServer, CreateDatabase()),
        register,
        clock
    )
{
    public static string CreateDatabase()
    {
        string name =
            "governance_test_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        Run($"CREATE DATABASE [{name}]");
        return new SqlConnectionStringBuilder(Server) { InitialCatalog = name }.ConnectionString;
    }

    public static void DropDatabase(string connectionString)
    {
        using (var open = new SqlConnection(connectionString))
        {
            SqlConnection.ClearPool(open);
        }

        string name = new SqlConnectionStringBuilder(connectionString).InitialCatalog;
        Run(
            $"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]"
        );
    }

    public static IReadOnlyList<string> WithoutTriggers(params string[] tables) =>
        [.. tables.Select(table => $"DISABLE TRIGGER ALL ON \"{table}\"")];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        DropDatabase(Settings.ConnectionString);
    }

    private static string Server =>
        Environment.GetEnvironmentVariable("GOVERNANCE_TEST_SQLSERVER")
        ?? throw new InvalidOperationException(
            "These tests were built for a SQL Server: set GOVERNANCE_TEST_SQLSERVER to its connection string."
        );

    private static void Run(string statement)
    {
        using var connection = new SqlConnection(Server);
        connection.Open();
        using SqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made here.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
