using System.Text.Json.Nodes;

namespace Governance.Tests.Host.Seed;

/// <summary>Example policies by command: made by the product's own acts, so that everything that checks them agrees.</summary>
public sealed class SeedCommandTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Seed_ToANumber_GoesOnFromWhatIsThereAndEverythingAgrees()
    {
        (int first, string output) = await DebugBuild.RunAsync(host, "seed", "--policies=12");
        Assert.True(first == 0, output);
        (int further, string more) = await DebugBuild.RunAsync(host, "seed", "--policies=16");
        Assert.True(further == 0, more);
        (int nothing, string enough) = await DebugBuild.RunAsync(host, "seed", "--policies=16");
        Assert.True(nothing == 0, enough);

        Assert.Contains("12 of 12 policies", output, StringComparison.Ordinal);
        Assert.Contains("16 of 16 policies", more, StringComparison.Ordinal);
        Assert.Contains("There are 16 policies already", enough, StringComparison.Ordinal);
        using HttpClient inspector = await host.AsAsync("inspector");
        JsonObject list = await inspector
            .GetAsync("/api/partnerships/example/policies?take=200")
            .JsonAsync();
        JsonArray policies = list["items"]!.AsArray();
        Assert.Equal(16, policies.Count);
        Assert.InRange(policies.Select(each => (string)each!["state"]!).Distinct().Count(), 2, 6);
        JsonObject verification = await inspector
            .GetAsync("/api/partnerships/example/record/verification")
            .JsonAsync();
        Assert.True((bool)verification["ok"]!);
        (int reconciled, string drifts) = await DebugBuild.RunAsync(host, "reconcile");
        Assert.True(reconciled == 0, drifts);
    }

    [Theory]
    [InlineData("--policies=none", "N is 1 to")]
    [InlineData("--partnership=example", "N is 1 to")]
    [InlineData("--policies=0", "N is 1 to")]
    public async Task Seed_WithoutANumber_SaysHowItIsCalled(string given, string told)
    {
        (int exit, string output) = await DebugBuild.RunAsync(host, "seed", given);

        Assert.Equal(2, exit);
        Assert.Contains(told, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_OfNoPartnership_NamesThoseThatThereAre()
    {
        (int exit, string output) = await DebugBuild.RunAsync(
            host,
            "seed",
            "--policies=3",
            "--partnership=nowhere"
        );

        Assert.Equal(2, exit);
        Assert.Contains("example, neighbouring", output, StringComparison.Ordinal);
    }
}
