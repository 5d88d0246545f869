using System.Net;
using Microsoft.Data.Sqlite;

namespace Governance.Tests.Host;

public sealed class HealthTests
{
    [Fact]
    public async Task Ready_WithTheDatabase_IsHealthy()
    {
        await using RunningHost host = await StartedAsync();

        Assert.Equal(
            "healthy",
            (string?)(await host.Client.GetAsync("/health/ready").JsonAsync())["status"]
        );
        Assert.Equal(
            "healthy",
            (string?)(await host.Client.GetAsync("/health/live").JsonAsync())["status"]
        );
    }

    [Fact]
    public async Task Ready_WithoutItsTables_IsNot_AndTheProcessStillLives()
    {
        await using RunningHost host = await StartedAsync();
        await using (var connection = new SqliteConnection($"Data Source={host.DatabaseFile}"))
        {
            await connection.OpenAsync();
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "ALTER TABLE \"IdempotentAnswer\" RENAME TO \"Gone\"";
            await command.ExecuteNonQueryAsync();
        }

        using HttpResponseMessage ready = await host.Client.GetAsync("/health/ready");
        using HttpResponseMessage live = await host.Client.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    private static async Task<RunningHost> StartedAsync()
    {
        var host = new RunningHost();
        await host.InitializeAsync();
        return host;
    }
}
