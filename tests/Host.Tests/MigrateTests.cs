using System.Diagnostics;
using Governance.Tests.Shared;
using Microsoft.Data.Sqlite;

namespace Governance.Tests.Host;

/// <summary>The operator's command for the schema, and what a host does with a schema that is not its own.</summary>
public sealed class MigrateTests : IDisposable
{
    private readonly string _folder = Directory
        .CreateTempSubdirectory("governance-migrate-")
        .FullName;

    private string Database => Path.Combine(_folder, "data", "governance.db");

    [Fact]
    public async Task Migrate_SaysWhatItWillDo_DoesIt_AndLeavesANewerSchemaAlone()
    {
        (int lacks, string would) = await RunAsync("migrate", "--check");
        Assert.False(File.Exists(Database));
        (int refused, string left) = await RunAsync("--Database:MigrateAtStart=false");
        (int done, string did) = await RunAsync("migrate");

        Assert.True(lacks == 1, would);
        Assert.Contains("To do: 20261126030000_Foundation", would, StringComparison.Ordinal);
        Assert.True(refused == 2, left);
        Assert.Contains("Run the command migrate", left, StringComparison.Ordinal);
        Assert.True(done == 0, did);
        Assert.Contains("Done:  20261126030000_Foundation", did, StringComparison.Ordinal);

        await using (var connection = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            await connection.OpenAsync();
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText =
                "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0')";
            await command.ExecuteNonQueryAsync();
        }

        (int newer, string told) = await RunAsync("--urls", "http://127.0.0.1:0");
        Assert.True(newer == 2, told);
        Assert.Contains("29990101000000_Later", told, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<(int ExitCode, string Output)> RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _folder };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (string argument in args)
        {
            start.ArgumentList.Add(argument);
        }

        return HostProcess.RunAsync(start);
    }
}
