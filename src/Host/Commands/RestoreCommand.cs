using System.Globalization;
using Governance.Engine.Instances;
using Governance.Host.Composition;
using Governance.Modules;
using Governance.Storage;
using Governance.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Governance.Host.Commands;

/// <summary>
/// <c>restore FILE [--replace]</c>: puts a backup where the configuration says the database is. First the copy is migrated and its
/// record verified; one that does not verify changes nothing. A database that is in use is never replaced; one that holds more than
/// the backup only with <c>--replace</c>, and is kept beside it.
/// </summary>
internal static class RestoreCommand
{
    public static async Task<int> RunAsync(Invocation asked)
    {
        string database = BackupCommand.DatabaseOf(asked);
        string backup = asked.Operands[0];
        string key = asked.SigningKey();
        if (!File.Exists(backup) || SqliteBackup.FindDamage(backup) is not null)
        {
            throw new CannotStartException(
                $"{backup} cannot be restored: {(File.Exists(backup) ? SqliteBackup.FindDamage(backup) : "it is not there")}."
            );
        }

        if (!File.Exists(key))
        {
            throw new CannotStartException(
                $"The record's signing key is not at {key}. Put the one that was kept with the backup there; with another key the record does not verify."
            );
        }

        // What this program itself has looked at must not count as somebody working on it.
        SqliteConnection.ClearAllPools();
        await using SqliteReplacement replacement = await SqliteReplacement.BeginAsync(
            asked.Services.GetRequiredService<DatabaseSettings>(),
            backup
        );
        if (replacement.IsInUse)
        {
            throw new CannotStartException($"{database} is in use. Stop its host first.");
        }

        await using ServiceProvider candidate = Open(asked, replacement.Candidate, key);
        if (await JudgeAsync(asked, candidate) is { } misfit)
        {
            return misfit;
        }

        if (
            replacement.Replaces
            && !asked.Has("--replace")
            && Losses(database, replacement.Candidate) is { Count: > 0 } losses
        )
        {
            throw new CannotStartException(
                string.Join(
                    Environment.NewLine,
                    losses
                        .Select(loss => $"- {loss}")
                        .Prepend($"{database} is newer than the backup:")
                        .Append(
                            "To go back all the same, add --replace: what is there now is kept beside it."
                        )
                )
            );
        }

        IReadOnlyList<string> back = replacement.Replaces
            ? ComesBack(database, replacement.Candidate)
            : [];
        IReadOnlyList<Drift> drifts = await candidate
            .GetRequiredService<Reconciliation>()
            .RunAsync();
        await candidate.DisposeAsync();
        string? kept = replacement.PutInPlace();
        asked.Out.WriteLine($"Restored: {database}");
        if (kept is not null)
        {
            asked.Out.WriteLine($"Kept:     {kept}");
        }

        foreach (string destroyed in back)
        {
            asked.Out.WriteLine($"COMES BACK: {destroyed}. Do it again.");
        }

        return ReconcileCommand.Tell(asked.Out, drifts);
    }

    /// <summary>What the database that is replaced had disposed of or erased, and the copy still has.</summary>
    private static List<string> ComesBack(string database, DatabaseSettings candidate) =>
        [
            .. Destroyed($"Data Source={database};Pooling=False")
                .Except(Destroyed(candidate.ConnectionString), StringComparer.Ordinal),
        ];

    private static List<string> Destroyed(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            "SELECT COUNT(*) FROM sqlite_master WHERE name IN ('DisposalItem', 'PersonErasure')";
        if (Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) < 2)
        {
            // A release that could not destroy anything.
            return [];
        }

        command.CommandText = """
            SELECT 'the ' || "SubjectType" || ' ' || "SubjectId" || ' (' || "Label" || '), which was disposed of'
                FROM "DisposalItem" WHERE "State" = 'disposed'
            UNION ALL
            SELECT 'what names the person ' || "PersonId" || ', whose data were erased'
                FROM "PersonErasure" WHERE "State" = 'done'
            """;
        List<string> destroyed = [];
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            destroyed.Add(reader.GetString(0));
        }

        return destroyed;
    }

    /// <summary>Brings the copy to this release's schema and verifies every record in it; null when it may be put in place.</summary>
    private static async Task<int?> JudgeAsync(Invocation asked, IServiceProvider candidate)
    {
        SchemaSetup schema = candidate.GetRequiredService<SchemaSetup>();
        SchemaState state = await schema.LookAsync();
        if (state.Applied.Count == 0)
        {
            throw new CannotStartException("The backup is of something else: nothing was changed.");
        }

        if (state.IsUnknown)
        {
            throw SchemaAtStart.CannotStart(state.Unknown);
        }

        await schema.ApplyAsync();
        int verified = await VerifyDatabaseCommand.RunAsync(asked.Out, candidate);
        if (verified == CommandLine.Done)
        {
            return null;
        }

        asked.Out.WriteLine(
            "The backup is not what was backed up, or the signing key is another: nothing was changed."
        );
        return verified;
    }

    /// <summary>The product's modules on the copy, and nothing that works by itself.</summary>
    private static ServiceProvider Open(Invocation asked, DatabaseSettings settings, string key)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(asked.Services.GetRequiredService<TimeProvider>());
        services.AddGovernanceStorage(settings);
        services.AddGovernanceModules(key);
        return services.BuildServiceProvider();
    }

    /// <summary>What stands in the records now and not in the copy's.</summary>
    private static List<string> Losses(string database, DatabaseSettings candidate)
    {
        Dictionary<string, long> copied = Heads(candidate.ConnectionString);
        return
        [
            .. Heads($"Data Source={database};Pooling=False")
                .Where(head => head.Value > copied.GetValueOrDefault(head.Key))
                .Select(head =>
                    $"{head.Value - copied.GetValueOrDefault(head.Key)} entries of {head.Key} would go"
                ),
        ];
    }

    private static Dictionary<string, long> Heads(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT \"PartnershipId\", \"Sequence\" FROM \"RecordHead\"";
        var heads = new Dictionary<string, long>(StringComparer.Ordinal);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            heads[reader.GetString(0)] = Convert.ToInt64(
                reader.GetValue(1),
                CultureInfo.InvariantCulture
            );
        }

        return heads;
    }
}
