using System.Diagnostics;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Governance.Benchmarks;

/// <summary>
/// Acts per second with 1, 8 and 64 callers beside raw commits of the same database at the same durability, all in one run, so
/// that the ratios hold whatever the machine. Three acts: one that only leaves its entry in the record, saving a draft (a new version of a policy) and a signature (which
/// changes the round, the ask and the record).
/// </summary>
internal static class ActThroughput
{
    private static readonly int[] Callers = [1, 8, 64];

    public static async Task SqliteAsync(int acts)
    {
        string folder = Directory.CreateTempSubdirectory("governance-raw-").FullName;
        double raw = RawSqlite(folder, acts);
        Console.WriteLine($"SQLite, WAL, synchronous=FULL; raw commits of one row: {raw:F0}/s");
        foreach (bool grouped in new[] { false, true, false, true })
        {
            await using var store = new SqliteStore(
                BenchPartnership.Register,
                maxActsPerCommit: grouped ? DatabaseSettings.DefaultActsPerCommit : 1
            );
            await MeasureAsync(store, grouped ? "shared commits" : "one commit an act", acts, raw);
        }

        raw = RawSqlite(folder, acts);
        Console.WriteLine($"raw commits again: {raw:F0}/s");
        Directory.Delete(folder, recursive: true);
    }

    public static async Task PostgreSqlAsync(int acts)
    {
        foreach (int callers in Callers)
        {
            double raw = await RawPostgreSqlAsync(callers, acts);
            Console.WriteLine($"PostgreSQL, raw commits of one row, {callers} callers: {raw:F0}/s");
        }

        for (int time = 0; time < 2; time++)
        {
            await using var store = new PostgresStore(BenchPartnership.Register);
            await MeasureAsync(store, "one partnership", acts, await RawPostgreSqlAsync(1, acts));
        }
    }

    private static async Task MeasureAsync(GovernanceStore store, string how, int acts, double raw)
    {
        BenchPartnership bench = await BenchPartnership.EstablishAsync(store, Callers.Max());
        await bench.RecordOnlyAsync(Callers.Max(), 500);
        await bench.SaveDraftsAsync(Callers.Max(), 1000);
        foreach (int callers in Callers)
        {
            double recorded = await bench.RecordOnlyAsync(callers, acts);
            double saves = await bench.SaveDraftsAsync(callers, acts);
            double signatures = await bench.SignAsync(callers, acts / 5);
            Console.WriteLine(
                $"{how}, {callers, 2} callers: {recorded, 5:F0} bare acts/s ({recorded / raw:F2} of raw), "
                    + $"{saves, 5:F0} drafts saved/s ({saves / raw:F2}), {signatures, 5:F0} signatures/s ({signatures / raw:F2})"
            );
        }
    }

    /// <summary>Runs <paramref name="act"/> from <paramref name="callers"/> loops until <paramref name="total"/> are done.</summary>
    /// <param name="act">Takes the caller's number and the act's.</param>
    internal static async Task<double> PerSecondAsync(
        int callers,
        int total,
        Func<int, int, Task> act
    )
    {
        int next = -1;
        long began = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable.Range(0, callers).Select(caller => Task.Run(() => LoopAsync(caller)))
        );
        return total / Stopwatch.GetElapsedTime(began).TotalSeconds;

        async Task LoopAsync(int caller)
        {
            for (int mine = Next(); mine < total; mine = Next())
            {
                await act(caller, mine);
            }
        }

        int Next() => Interlocked.Increment(ref next);
    }

    internal static double RawSqlite(string folder, int total, string synchronous = "FULL")
    {
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, $"raw-{synchronous}.db")};Pooling=False"
        );
        connection.Open();
        Execute(
            $"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; CREATE TABLE IF NOT EXISTS t (v TEXT)"
        );
        long began = Stopwatch.GetTimestamp();
        for (int number = 0; number < total; number++)
        {
            Execute(
                "BEGIN IMMEDIATE; INSERT INTO t VALUES ('one row of a few dozen bytes, no more'); COMMIT"
            );
        }

        return total / Stopwatch.GetElapsedTime(began).TotalSeconds;

        void Execute(string sql)
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    internal static async Task<double> RawPostgreSqlAsync(int callers, int total)
    {
        string database = PostgresServer.Current.CreateDatabase();
        await using (NpgsqlDataSource source = NpgsqlDataSource.Create(database))
        {
            await using NpgsqlCommand create = source.CreateCommand("CREATE TABLE t (v text)");
            await create.ExecuteNonQueryAsync();
            double rate = await PerSecondAsync(
                callers,
                total,
                async (_, _) =>
                {
                    await using NpgsqlCommand insert = source.CreateCommand(
                        "INSERT INTO t VALUES ('one row of a few dozen bytes, no more')"
                    );
                    await insert.ExecuteNonQueryAsync();
                }
            );
            return rate;
        }
    }
}
