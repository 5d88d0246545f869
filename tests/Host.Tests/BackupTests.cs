using System.Text;
using Governance.Host.Commands;
using Governance.Host.Composition;
using Governance.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace Governance.Tests.Host;

/// <summary>What is backed up while people work is restored elsewhere and verifies; what was touched meanwhile is found.</summary>
public sealed class BackupTests(RunningHost host) : IClassFixture<RunningHost>, IDisposable
{
    private const int Writers = 4;

    private readonly string _folder = Directory
        .CreateTempSubdirectory("governance-backup-")
        .FullName;

    private string Target => Path.Combine(_folder, "governance.db");

    [Fact]
    public async Task Backup_UnderLoad_IsRestoredElsewhereWithEveryAcknowledgedActAndVerifies()
    {
        using var enough = new CancellationTokenSource();
        var acknowledged = new List<string> { await CreateAsync() };
        Task load = Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (!enough.IsCancellationRequested)
                        {
                            string id = await CreateAsync();
                            lock (acknowledged)
                            {
                                acknowledged.Add(id);
                            }
                        }
                    })
                )
        );
        string[] before;
        lock (acknowledged)
        {
            before = [.. acknowledged];
        }

        string first = await BackUpAsync("first");
        await enough.CancelAsync();
        await load;
        (_, _, string destroyed) = await Retentions.DisposedAsync(host);
        string second = await BackUpAsync("second");

        (int noKey, string withoutKey) = await RestoreAsync(first);
        Assert.True(noKey == CommandLine.CannotStart, withoutKey);
        Assert.Contains("signing key", withoutKey, StringComparison.Ordinal);

        TakeKeyAlong();
        (int restored, string told) = await RestoreAsync(first);
        Assert.True(restored == CommandLine.Done, told);
        Assert.Contains("0 of which do not verify", told, StringComparison.Ordinal);
        Assert.Contains("0 disagreements", told, StringComparison.Ordinal);
        Assert.All(before, policy => Assert.True(Holds(policy), policy));

        // Forward it goes by itself, back only when it is meant.
        Assert.Equal(CommandLine.Done, (await RestoreAsync(second)).ExitCode);
        (int newer, string refused) = await RestoreAsync(first);
        Assert.True(newer == CommandLine.CannotStart, refused);
        Assert.Contains("entries of example would go", refused, StringComparison.Ordinal);
        (int back, string comesBack) = await RestoreAsync(first, "--replace");
        Assert.True(back == CommandLine.Done, comesBack);
        Assert.Contains($"COMES BACK: the policy {destroyed}", comesBack, StringComparison.Ordinal);
        Assert.True(File.Exists(Target + ".before-restore-1"));

        (int verified, string answer) = await RunAsync(VerifyDatabaseCommand.RunAsync);
        Assert.True(verified == CommandLine.Done, answer);
    }

    [Fact]
    public async Task Restore_OfABackupWithAFlippedByte_FindsItAndChangesNothing()
    {
        await CreateAsync();
        TakeKeyAlong();
        string file = await BackUpAsync("flipped");
        byte[] bytes = await File.ReadAllBytesAsync(file);
        int at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("\"act\":\"policy.create\""));
        Assert.True(at > 0);
        bytes[at + 8] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        (int exitCode, string told) = await RestoreAsync(file);

        Assert.True(exitCode == CommandLine.Disagrees, told);
        Assert.Contains("DOES NOT VERIFY: the record of example", told, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
        Assert.Empty(Directory.GetFiles(_folder, "*.restoring*"));
    }

    [Fact]
    public async Task Restore_OverADatabaseInUse_OrOfSomethingElse_IsRefused()
    {
        string file = await BackUpAsync("used");
        TakeKeyAlong();
        File.Copy(file, Target);
        await using var user = new SqliteConnection($"Data Source={Target};Pooling=False");
        await user.OpenAsync();
        foreach (
            string sql in (string[])["PRAGMA journal_mode=WAL", "SELECT COUNT(*) FROM \"Policy\""]
        )
        {
            await using SqliteCommand command = user.CreateCommand();
#pragma warning disable CA2100 // Two texts that stand above.
            command.CommandText = sql;
#pragma warning restore CA2100
            await command.ExecuteScalarAsync();
        }

        (int used, string inUse) = await RestoreAsync(file);
        string other = Path.Combine(_folder, "other");
        await File.WriteAllTextAsync(other, new string('x', 5_000));
        (int refused, string noDatabase) = await RestoreAsync(other);

        Assert.True(used == CommandLine.CannotStart, inUse);
        Assert.Contains("is in use", inUse, StringComparison.Ordinal);
        Assert.True(refused == CommandLine.CannotStart, noDatabase);
        Assert.Throws<IOException>(() => SqliteBackup.Write(Target, file));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> CreateAsync() => (string)(await Policies.CreateAsync(host))["id"]!;

    private void TakeKeyAlong() =>
        File.Copy(
            Path.Combine(host.Folder, "checkpoints.pem"),
            Path.Combine(_folder, "checkpoints.pem")
        );

    private async Task<string> BackUpAsync(string name)
    {
        string file = Path.Combine(_folder, name);
        (int exitCode, string told) = await RunAsync(
            BackupCommand.RunAsync,
            host.DatabaseFile,
            [file]
        );
        Assert.True(exitCode == CommandLine.Done, told);
        return file;
    }

    private Task<(int ExitCode, string Told)> RestoreAsync(string file, params string[] switches) =>
        RunAsync(RestoreCommand.RunAsync, Target, [file], switches);

    private Task<(int ExitCode, string Told)> RunAsync(Func<Invocation, Task<int>> command) =>
        RunAsync(command, Target, []);

    /// <summary>As the program runs it: composed, and neither prepared nor started.</summary>
    private async Task<(int ExitCode, string Told)> RunAsync(
        Func<Invocation, Task<int>> command,
        string database,
        string[] operands,
        string[]? switches = null
    )
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder([
            $"--ConnectionStrings:Governance=Data Source={database}",
            $"--Record:SigningKey={Path.Combine(_folder, "checkpoints.pem")}",
        ]);
        builder.AddDefaultSettings();
        builder.AddGovernance();
        await using WebApplication app = builder.Build();
        await using var told = new StringWriter();
        try
        {
            return (
                await command(new Invocation(operands, switches ?? [], app.Services, told)),
                told.ToString()
            );
        }
        catch (CannotStartException refused)
        {
            return (CommandLine.CannotStart, refused.Message);
        }
    }

    private bool Holds(string policy)
    {
        using var connection = new SqliteConnection($"Data Source={Target};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM \"Policy\" WHERE \"Id\" = $id";
        command.Parameters.AddWithValue("$id", policy);
        return (long)command.ExecuteScalar()! == 1;
    }
}
