using System.Diagnostics;
using Governance.Contracts;
using Governance.Storage;
using Governance.Tests.Shared;
using Npgsql;

namespace Governance.Tests.EndToEnd.Campaigns;

/// <summary>What docs/running.md tells operators of a server: dump while people work, restore into another database, verify, reconcile.</summary>
public sealed class ServerBackupTests
{
    [Fact]
    public async Task Dump_UnderLoad_IsRestoredElsewhereAndVerifies()
    {
        var settings = new DatabaseSettings(
            DatabaseProvider.PostgreSql,
            PostgresServer.Current.CreateDatabase()
        );
        var restored = new DatabaseSettings(
            DatabaseProvider.PostgreSql,
            PostgresServer.Current.CreateDatabase()
        );
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        string[] before;
        await using (HostProcess host = await HostProcess.StartAsync(settings))
        {
            using Visitor author = await Visitor.SignInAsync(host.Address, Roles.BusinessUnit);
            await using var load = new PolicyLoad(author, writers: 2);
            await load.ReachAsync(6);
            before = [.. load.Policies];
            await RunAsync("pg_dump", settings, "--format=custom", $"--file={file}");
        }

        await RunAsync("pg_restore", restored, "--exit-on-error", file);
        File.Delete(file);

        (int verifies, string verified) = await HostProcess.RunAsync(restored, "verify");
        (int agrees, string report) = await HostProcess.RunAsync(restored, "reconcile");
        Assert.True(verifies == 0, verified);
        Assert.Contains("0 of which do not verify", verified, StringComparison.Ordinal);
        Assert.True(agrees == 0, report);
        Assert.Equal(before.Length, await CountAsync(restored, before));

        // That it can fail: one letter of one entry.
        await ExecuteAsync(
            restored,
            """
            ALTER TABLE "RecordEntry" DISABLE TRIGGER USER;
            UPDATE "RecordEntry" SET "Canonical" = replace("Canonical", 'policy.create', 'policy.crease')
            WHERE "Sequence" = (SELECT MAX("Sequence") FROM "RecordEntry" WHERE "Canonical" LIKE '%policy.create%');
            """
        );
        (int fails, string misfit) = await HostProcess.RunAsync(restored, "verify");
        Assert.True(fails == 1, misfit);
        Assert.Contains("DOES NOT VERIFY", misfit, StringComparison.Ordinal);
    }

    /// <summary>One of the server's own programs on a database.</summary>
    private static async Task RunAsync(
        string program,
        DatabaseSettings database,
        params string[] arguments
    )
    {
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var start = new ProcessStartInfo(PostgresServer.Program(program));
        foreach (
            string argument in (string[])
                [
                    $"--host={connection.Host}",
                    $"--port={connection.Port}",
                    $"--username={connection.Username}",
                    $"--dbname={connection.Database}",
                    .. arguments,
                ]
        )
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["PGPASSWORD"] = connection.Password ?? string.Empty;
        (int exitCode, string output) = await HostProcess.RunAsync(start);
        Assert.True(exitCode == 0, output);
    }

    private static async Task<long> CountAsync(DatabaseSettings database, string[] policies)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM \"Policy\" WHERE \"Id\" = ANY($1)";
        command.Parameters.Add(new NpgsqlParameter { Value = policies });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(DatabaseSettings database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A text that stands above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
