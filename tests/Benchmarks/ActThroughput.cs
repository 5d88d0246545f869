using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Governance.Benchmarks;

/// <summary>
/// Acts per second with 1, 8 and 64 callers, grouped and ungrouped, beside raw commits of the same database at the same
/// durability. All in one run, so that the ratios hold whatever the machine.
/// </summary>
internal static class ActThroughput
{
    /// <summary>Runs <paramref name="act"/> from <paramref name="callers"/> loops until <paramref name="total"/> are done.</summary>
    public static async Task<double> PerSecondAsync(int callers, int total, Func<int, Task> act)
    {
        int next = -1;
        long began = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, callers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (
                            int mine = Interlocked.Increment(ref next);
                            mine < total;
                            mine = Interlocked.Increment(ref next)
                        )
                        {
                            await act(mine);
                        }
                    })
                )
        );
        return total / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>What the disk allows: one row a commit on a bare connection, WAL and <c>synchronous=FULL</c>.</summary>
    public static double RawSqliteCommitsPerSecond(string folder, int total)
    {
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "raw.db")};Pooling=False"
        );
        connection.Open();
        Execute(
            connection,
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT)"
        );
        long began = Stopwatch.GetTimestamp();
        for (int number = 0; number < total; number++)
        {
            Execute(
                connection,
                "BEGIN IMMEDIATE; INSERT INTO t (v) VALUES ('one row of a few dozen bytes, no more'); COMMIT"
            );
        }

        return total / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
