using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Storage;
using Governance.Tests.Shared;
using Xunit.Abstractions;

namespace Governance.Tests.EndToEnd.Campaigns;

/// <summary>
/// Three hosts behind nginx over one server, one of them with a clock that is seven minutes fast. All are restarted one after the other
/// under load without one failed request; then one is killed, and then the server is restarted: what was acknowledged is there, what was
/// not is repeated under its key and happens once, the record verifies, reconcile reports nothing, and no entry is from a wrong time.
/// </summary>
public sealed class BehindAProxyTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Fast = TimeSpan.FromMinutes(7);
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task ThreeHosts_RestartedKilledAndWithoutTheirServer_LoseAndDoubleNothing()
    {
        await using PostgresServer server = PostgresServer.StartOwn();
        var settings = new DatabaseSettings(DatabaseProvider.PostgreSql, server.CreateDatabase());
        DateTimeOffset began = await server.NowAsync();
        await using var hosts = new ProxiedHosts(settings, Fast);
        await hosts.StartAsync();
        using Visitor author = await Visitor.SignInAsync(hosts.Address, Roles.BusinessUnit);
        using Visitor busy = author.WithoutKeptConnections();
        int before = (await PolicyLife.RecordAsync(author)).Count;
        await using var load = new PolicyLoad(busy, CampaignSize.LoadWriters);

        await load.ReachAsync(CampaignSize.LoadActs);
        await hosts.RestartOneByOneAsync();
        await load.ReachAsync(CampaignSize.LoadActs);
        Assert.Empty(load.Failures);
        int whileRestarted = load.Requests;

        await hosts.KillAsync(1);
        await load.ReachAsync(CampaignSize.LoadActs);
        server.Restart();
        await load.ReachAsync(CampaignSize.LoadActs);
        await load.StopAsync();
        await load.RepeatWhatIsUnknownAsync();

        JsonNode verification = await author.GetAsync(
            $"/api/partnerships/{author.Partnership}/record/verification"
        );
        Assert.True((bool)verification["ok"]!, verification.ToJsonString());
        List<JsonNode> entries = await PolicyLife.RecordAsync(author);
        Assert.Equal(
            load.Policies.Order(StringComparer.Ordinal),
            Made(entries, before, "policy.create")
        );
        Assert.Equal(load.Rounds.Count, Made(entries, before, "sign-off.open").Length);
        AssertTimes(entries, began, await server.NowAsync());
        (int exitCode, string report) = await HostProcess.RunAsync(settings, "reconcile");
        Assert.True(exitCode == 0, report);
        output.WriteLine(
            $"{whileRestarted} requests while three hosts were restarted, none failed; then {load.Requests - whileRestarted} "
                + $"while one was killed and the server restarted, of which {load.Failures.Count} failed and were repeated; "
                + $"{load.Policies.Count} policies, {entries.Count} entries, verified; {report}"
        );
    }

    /// <summary>What acts of this name made, as the record tells it.</summary>
    private static string[] Made(IEnumerable<JsonNode> entries, int after, string act) =>
        [
            .. entries
                .Skip(after)
                .Where(entry => (string)entry["act"]! == act && entry["refusal"] is null)
                .Select(entry => (string)entry["subject"]!["id"]!)
                .Order(StringComparer.Ordinal),
        ];

    private static void AssertTimes(
        IEnumerable<JsonNode> entries,
        DateTimeOffset began,
        DateTimeOffset ended
    )
    {
        foreach (JsonNode entry in entries)
        {
            var at = DateTimeOffset.Parse((string)entry["at"]!, CultureInfo.InvariantCulture);
            Assert.InRange(at, began - Tolerated, ended + Tolerated);
        }
    }
}
