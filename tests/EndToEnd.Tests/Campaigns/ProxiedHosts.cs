using System.Net;
using Governance.Storage;
using Governance.Tests.Shared;

namespace Governance.Tests.EndToEnd.Campaigns;

/// <summary>Three hosts behind nginx, the last of them with a clock that is wrong; restarted as an operator restarts them.</summary>
internal sealed class ProxiedHosts(DatabaseSettings settings, TimeSpan wrongBy) : IAsyncDisposable
{
    private const int Number = 3;

    private readonly HostProcess[] _hosts = new HostProcess[Number];
    private Nginx? _nginx;

    public Uri Address => _nginx!.Address;

    public async Task StartAsync()
    {
        // All at once on an empty database: one migrates, the others wait.
        await Task.WhenAll(Enumerable.Range(0, Number).Select(StartAsync));
        _nginx = await Nginx.StartAsync(Servers());
    }

    /// <summary>Out of the proxy, stopped, started, and in again; one after the other.</summary>
    public async Task RestartOneByOneAsync()
    {
        for (int number = 0; number < Number; number++)
        {
            HostProcess leaving = _hosts[number];
            await _nginx!.GoByAsync(Servers(without: number));
            Task stopped = leaving.StopAsync();
            await AssertSaysThatItStopsAsync(leaving);
            await stopped;
            await leaving.DisposeAsync();
            await StartAsync(number);
            await _nginx.GoByAsync(Servers());
        }
    }

    /// <summary>At once, as a power cut would; nobody tells the proxy.</summary>
    public Task KillAsync(int number) => _hosts[number].KillAsync();

    public async ValueTask DisposeAsync()
    {
        if (_nginx is not null)
        {
            await _nginx.DisposeAsync();
        }

        foreach (HostProcess host in _hosts.Where(host => host is not null))
        {
            await host.DisposeAsync();
        }
    }

    /// <summary>Not ready any more, and alive: it still answers whatever comes.</summary>
    private static async Task AssertSaysThatItStopsAsync(HostProcess leaving)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        HttpStatusCode ready;
        do
        {
            using HttpResponseMessage answer = await leaving.Client.GetAsync(
                "/health/ready",
                limit.Token
            );
            ready = answer.StatusCode;
        } while (ready == HttpStatusCode.OK && await look.WaitForNextTickAsync(limit.Token));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready);
        using HttpResponseMessage alive = await leaving.Client.GetAsync(
            "/health/live",
            limit.Token
        );
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    private async Task StartAsync(int number) =>
        _hosts[number] = await HostProcess.StartAsync(
            settings,
            ("Hosts__DrainSeconds", "2"),
            ("Hosts__Proxies__0", "127.0.0.1"),
            // Real time, which each host takes from the server.
            ("Rehearsal__Clock", string.Empty),
            (
                "REHEARSAL_CLOCK_IS_WRONG_BY",
                number == Number - 1 ? wrongBy.ToString() : string.Empty
            )
        );

    private string[] Servers(int? without = null) =>
        [
            .. _hosts.Select(
                (host, number) =>
                    $"{host.Address.Authority} max_fails=1 fail_timeout=5s{(number == without ? " down" : "")}"
            ),
        ];
}
