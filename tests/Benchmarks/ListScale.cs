using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Bookmarks;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Governance.Benchmarks;

/// <summary>
/// A page of 50 suspended instances, the first and one from the middle, and the resume of one among them: with 1,000 of them and with
/// many, in one database and one run. One instance is really started; the others are its copies, made by SQL with the bookmark and
/// the history, so that any of them can be resumed.
/// </summary>
internal sealed class ListScale(GovernanceStore store, string how)
{
    private const int Few = 1_000;
    private const int Pages = 300;
    private const int Resumes = 300;
    private const int Part = 100_000;
    private const int WarmUps = 5;
    private const string PatternKey = "pattern-of-all";

    private static readonly string[] Places = [DurableRuns.Place];
    private static readonly InstanceFilter Suspended = new()
    {
        States = [WorkflowSubStatus.Suspended],
    };

    private readonly HashSet<int> _resumed = [];
    private readonly Random _dice = new(1);
    private string _pattern = "";

    public static async Task SqliteAsync(int many)
    {
        await using var store = new SqliteStore(BenchPartnership.Register);
        await new ListScale(store, "SQLite, FULL").RunAsync(many);
    }

    public static async Task PostgreSqlAsync(int many)
    {
        await using var store = new PostgresStore(BenchPartnership.Register);
        await new ListScale(store, "PostgreSQL").RunAsync(many);
    }

    private async Task RunAsync(int many)
    {
        await BenchPartnership.EstablishAsync(store, drafts: 0);
        await DurableRuns.PublishAsync(store);
        await DurableRuns.StartAsync(store, PatternKey);
        await using (GovernanceDb db = store.Read())
        {
            _pattern = (await db.Set<WorkflowBookmark>().SingleAsync()).InstanceId;
        }

        // To warm up: all of these are resumed and so are over when it begins.
        for (int time = 0; time < WarmUps; time++)
        {
            int from = many + (time * Resumes);
            await CopyAsync(from, from + Resumes);
            await MeasureAsync(from, from + Resumes);
        }

        await CopyAsync(0, Few);
        Figures few = await MeasureAsync(0, Few);
        Say(Few, few);
        for (int made = Few; made < many; )
        {
            int next = Math.Min(many, (made / Part * Part) + Part);
            await CopyAsync(made, next);
            made = next;
        }

        await ExecuteAsync(store.Settings.Provider is DatabaseProvider.Sqlite ? "" : "ANALYZE");
        Figures more = await MeasureAsync(0, many);
        Say(many, more);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{how}, {many:N0} to {Few:N0}: first page {more.First / few.First:F2}, middle page {more.Middle / few.Middle:F2}, resume {more.Resume / few.Resume:F2}"
            )
        );
    }

    private void Say(int instances, Figures figures) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{how}, {instances, 9:N0} suspended: first page of 50 {figures.First:F2} ms, middle page {figures.Middle:F2} ms, one resume {figures.Resume:F2} ms (p50 of {Pages}, {Pages} and {Resumes})"
            )
        );

    private async Task<Figures> MeasureAsync(int from, int to)
    {
        string middle = Cursors.Of(IdOf((from + to) / 2));
        double first = await MedianAsync(Pages, () => PageAsync(null));
        double inTheMiddle = await MedianAsync(Pages, () => PageAsync(middle));
        double resume = await MedianAsync(Resumes, () => ResumeAsync(from, to));
        return new Figures(first, inTheMiddle, resume);
    }

    private async Task PageAsync(string? after)
    {
        await using GovernanceDb db = store.Read();
        Page<InstanceAnswer> page = (
            await InstanceListing.ListAsync(db, Places, Suspended, after)
        ).Value;
        if (page.Items.Count != 50 || page.Items.Any(one => one.Bookmarks.Count != 1))
        {
            throw new InvalidOperationException("The page is not what it should be.");
        }
    }

    private Task ResumeAsync(int from, int to)
    {
        int number;
        do
        {
            number = _dice.Next(from, to);
        } while (!_resumed.Add(number));

        return DurableRuns.ResumeAsync(store, KeyOf(number));
    }

    private static async Task<double> MedianAsync(int times, Func<Task> work)
    {
        List<double> taken = [];
        for (int time = 0; time < times; time++)
        {
            long began = Stopwatch.GetTimestamp();
            await work();
            taken.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        taken.Sort();
        return taken[times / 2];
    }

    private string IdOf(int number) =>
        _pattern[..16] + number.ToString("x16", CultureInfo.InvariantCulture);

    private static string KeyOf(int number) => $"copy-{number}";

    /// <summary>Copies numbered from <paramref name="from"/> to before <paramref name="to"/>.</summary>
    private async Task CopyAsync(int from, int to)
    {
        bool sqlite = store.Settings.Provider is DatabaseProvider.Sqlite;
        string numbers = sqlite
            ? $"WITH RECURSIVE n(v) AS (SELECT {from} UNION ALL SELECT v + 1 FROM n WHERE v + 1 < {to})"
            : $"WITH n(v) AS (SELECT generate_series({from}, {to - 1}))";
        string id = sqlite
            ? $"('{_pattern[..16]}' || printf('%016x', v))"
            : $"('{_pattern[..16]}' || lpad(to_hex(v), 16, '0'))";
        string Renamed(string column) =>
            $"replace(replace(\"{column}\", '{_pattern}', {id}), '{PatternKey}', 'copy-' || v)";

        await ExecuteAsync(
            Copy(
                numbers,
                "WorkflowInstance",
                "Id",
                [Renamed("Id"), Renamed("SubjectId"), Renamed("State")],
                ["Id", "SubjectId", "State"],
                "PartnershipId DefinitionId DefinitionVersionId SubjectType ParentId CorrelationId Name Status SubStatus StartedAt EndedAt Version"
            )
                + Copy(
                    numbers,
                    "WorkflowBookmark",
                    "InstanceId",
                    [Renamed("Id"), Renamed("InstanceId"), Renamed("Key")],
                    ["Id", "InstanceId", "Key"],
                    "PartnershipId Stimulus ActivityId Wait Since"
                )
                + Copy(
                    numbers,
                    "WorkflowStep",
                    "InstanceId",
                    [Renamed("InstanceId"), Renamed("Data")],
                    ["InstanceId", "Data"],
                    "Number At Event Step ActivityId ActivityType Outcomes"
                )
        );
    }

    private string Copy(
        string numbers,
        string table,
        string by,
        string[] values,
        string[] named,
        string same
    )
    {
        string[] others = [.. same.Split(' ').Select(column => $"\"{column}\"")];
        string columns = string.Join(", ", named.Select(column => $"\"{column}\"").Concat(others));
        return $"""
            INSERT INTO "{table}" ({columns})
            {numbers} SELECT {string.Join(", ", values.Concat(others))}
            FROM n, "{table}" WHERE "{by}" = '{_pattern}';

            """;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using DbConnection connection =
            store.Settings.Provider is DatabaseProvider.Sqlite
                ? new SqliteConnection(store.Settings.ConnectionString + ";Pooling=False")
                : new NpgsqlConnection(store.Settings.ConnectionString);
        await connection.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        await using DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandTimeout = 0;
        command.CommandText = sql;
        if (sql.Length > 0)
        {
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    /// <summary>Milliseconds, the median of each.</summary>
    private sealed record Figures(double First, double Middle, double Resume);
}
