using System.Diagnostics;
using Governance.Tests.EndToEnd.Browser;
using Governance.Tests.Shared;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Governance.Tests.EndToEnd.Campaigns;

/// <summary>
/// How long the designer's pages take until they show something, and what is sent for it: with nothing kept and with everything kept.
/// It prints, and holds nobody to a time, only to what is kept; the list once in CI, every page as often as one likes by hand
/// (<c>GOVERNANCE_STUDIO_LOADS</c>).
/// </summary>
public sealed class StudioLoadTests(ITestOutputHelper output)
{
    private static readonly (string Page, string Shown)[] Pages =
    [
        ("/designer?partnership=example", ".mud-table-row td"),
        ("/designer/definitions/policy?partnership=example", ".x6-node .elsa-activity"),
    ];

    [Fact]
    public async Task Pages_ColdAndWarm_AreShown()
    {
        await using BrowserStore store = new();
        await using HostProcess host = await HostProcess.StartAsync(store.Settings);
        await using Chromium chromium = await Chromium.StartAsync();
        for (int round = 0; round < CampaignSize.StudioLoads; round++)
        {
            foreach (
                (string address, string shown) in CampaignSize.StudioLoads > 1 ? Pages : Pages[..1]
            )
            {
                await using BrowserPerson officer = await BrowserPerson.SignInAsync(
                    chromium,
                    host.Address,
                    "business-unit-officer",
                    script: true
                );
                Load cold = await LoadAsync(officer.Page, address, shown);
                Load warm = await LoadAsync(officer.Page, address, shown);
                output.WriteLine($"{address}: cold {cold}; warm {warm}");

                Assert.True(warm.Bytes < cold.Bytes / 10, $"{address}: {cold}; {warm}");
            }
        }
    }

    private static async Task<Load> LoadAsync(IPage page, string address, string shown)
    {
        ICDPSession session = await page.Context.NewCDPSessionAsync(page);
        long bytes = 0;
        int requests = 0;
        session.Event("Network.loadingFinished").OnEvent += (_, finished) =>
        {
            Interlocked.Add(
                ref bytes,
                (long)finished!.Value.GetProperty("encodedDataLength").GetDouble()
            );
            Interlocked.Increment(ref requests);
        };
        await session.SendAsync("Network.enable");
        long started = Stopwatch.GetTimestamp();
        await page.GotoAsync(address);
        await page.Locator(shown).First.WaitForAsync(new() { Timeout = 120_000 });
        TimeSpan took = Stopwatch.GetElapsedTime(started);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await session.DetachAsync();
        return new Load(took, Interlocked.Read(ref bytes), requests);
    }

    private sealed record Load(TimeSpan Took, long Bytes, int Requests)
    {
        public override string ToString() =>
            $"{Took.TotalSeconds:0.0} s, {Bytes / 1_000_000d:0.00} MB, {Requests} requests";
    }
}
