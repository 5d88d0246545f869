using Governance.Host.Composition;
using Governance.Storage;
using Governance.Storage.Sqlite;

namespace Governance.Host.Commands;

/// <summary><c>backup FILE</c>: an SQLite database as it stands now, in one file, while its host works on.</summary>
internal static class BackupCommand
{
    public static Task<int> RunAsync(Invocation asked)
    {
        string database = DatabaseOf(asked);
        if (!File.Exists(database))
        {
            throw new CannotStartException($"{database} is not there.");
        }

        string file = asked.Operands[0];
        try
        {
            SqliteBackup.Write(database, file);
        }
        catch (IOException cannot)
        {
            throw new CannotStartException($"It cannot be written: {cannot.Message}");
        }

        if (SqliteBackup.FindDamage(file) is { } damage)
        {
            asked.Out.WriteLine($"{file} cannot be restored: {damage}.");
            return Task.FromResult(CommandLine.Disagrees);
        }

        asked.Out.WriteLine($"Written: {file}, {new FileInfo(file).Length:N0} bytes.");
        asked.Out.WriteLine(
            $"Keep the record's signing key with it, apart from other people's eyes: {asked.SigningKey()}"
        );
        return Task.FromResult(CommandLine.Done);
    }

    public static string DatabaseOf(Invocation asked) =>
        SqliteFile.Of(asked.Services.GetRequiredService<DatabaseSettings>())
        ?? throw new CannotStartException(
            "backup and restore are for SQLite. For a server use its own tools: docs/running.md says how."
        );

    public static string SigningKey(this Invocation asked) =>
        Composition.Services.SigningKeyOf(
            asked.Services.GetRequiredService<IConfiguration>(),
            asked.Services.GetRequiredService<IHostEnvironment>()
        );
}
