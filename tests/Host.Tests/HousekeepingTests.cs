using System.Data.Common;
using Governance.Storage;
using Governance.Tests.Shared;
using Npgsql;

namespace Governance.Tests.Host;

/// <summary>One host of several does what is done once; which one stands in the database.</summary>
public sealed class HousekeepingTests
{
    /// <summary>The scheduler fires the record's duty every three seconds: nobody does it twice, and the next does it when one is dead.</summary>
    [Fact]
    public async Task Duties_OfSeveralHosts_AreDoneByOneAndMoveWhenItIsGone()
    {
        var settings = new DatabaseSettings(
            DatabaseProvider.PostgreSql,
            PostgresServer.Current.CreateDatabase()
        );
        await using HostProcess one = await HostProcess.StartAsync(settings);
        await using HostProcess other = await HostProcess.StartAsync(settings);
        Assert.Equal(2, await WaitAsync(settings, "SELECT COUNT(*) FROM qrtz_scheduler_state", 2));
        Assert.Equal(
            Governance.Host.Housekeeping.Duty.All.Length,
            await AskAsync(settings, "SELECT COUNT(*) FROM qrtz_triggers")
        );

        await one.KillAsync();

        Assert.Equal(1, await WaitAsync(settings, "SELECT COUNT(*) FROM qrtz_scheduler_state", 1));
        long before = await AskAsync(
            settings,
            "SELECT prev_fire_time FROM qrtz_triggers WHERE job_name = 'record'"
        );
        Assert.True(
            await WaitAsync(
                settings,
                $"SELECT COUNT(*) FROM qrtz_triggers WHERE job_name = 'record' AND prev_fire_time > {before}",
                1
            ) == 1
        );
    }

    private static async Task<long> WaitAsync(DatabaseSettings settings, string sql, long until)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        long found = await AskAsync(settings, sql);
        while (found != until && await look.WaitForNextTickAsync(limit.Token))
        {
            found = await AskAsync(settings, sql);
        }

        return found;
    }

    private static async Task<long> AskAsync(DatabaseSettings settings, string sql)
    {
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
