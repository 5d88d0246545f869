using System.Text.Json.Nodes;
using Governance.Modules;
using Microsoft.Data.Sqlite;

namespace Governance.Tests.Host;

/// <summary>What the program does besides serving.</summary>
public sealed class CommandLineTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Verify_AnExport_TellsAChangedEntry()
    {
        await Policies.CreateAsync(host);
        using HttpClient inspector = await host.AsAsync("inspector");
        string export = await inspector.GetStringAsync("/api/partnerships/example/record/export");
        string good = Path.Combine(host.Folder, "good.ndjson");
        string bad = Path.Combine(host.Folder, "bad.ndjson");
        await File.WriteAllTextAsync(good, export);
        await File.WriteAllTextAsync(
            bad,
            export.Replace("policy.create", "policy.crease", StringComparison.Ordinal)
        );

        (int verifies, string yes) = await DebugBuild.RunOfflineAsync("verify", good);
        (int fails, string no) = await DebugBuild.RunOfflineAsync("verify", bad);
        (int missing, _) = await DebugBuild.RunOfflineAsync("verify", "no-such-file");

        Assert.True(verifies == 0, yes);
        Assert.True(fails == 1, no);
        Assert.Equal(2, missing);
    }

    [Fact]
    public async Task Lint_ADefinition_SaysWhetherItMayBePublished()
    {
        string good = Path.Combine(host.Folder, "policy.json");
        string bad = Path.Combine(host.Folder, "bad.json");
        using (
            Stream policy = typeof(FrameworkModules).Assembly.GetManifestResourceStream(
                "Framework/policy.json"
            )!
        )
        await using (FileStream file = File.Create(good))
        {
            await policy.CopyToAsync(file);
        }

        await File.WriteAllTextAsync(
            bad,
            (await File.ReadAllTextAsync(good)).Replace(
                "noLimitBecause",
                "forgotten",
                StringComparison.Ordinal
            )
        );

        (int passes, string yes) = await DebugBuild.RunOfflineAsync("lint", good, "--runs", "20");
        (int fails, string no) = await DebugBuild.RunOfflineAsync("lint", bad, "--runs", "20");
        (int missing, _) = await DebugBuild.RunOfflineAsync("lint", "no-such-file");

        Assert.True(passes == 0, yes);
        Assert.True(fails == 1, no);
        Assert.Contains("lint.wait-without-limit", no, StringComparison.Ordinal);
        Assert.Equal(2, missing);
    }

    [Fact]
    public async Task Export_HoldsNothingOfWhatEntriesCommitTo()
    {
        await Policies.CreateAsync(host, "A title that is only in the payload");
        using HttpClient inspector = await host.AsAsync("inspector");

        string export = await inspector.GetStringAsync("/api/partnerships/example/record/export");

        Assert.DoesNotContain("only in the payload", export, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconcile_WhereNothingDisagrees_Is0_AndElse1()
    {
        await using var own = new RunningHost();
        await own.InitializeAsync();
        string policy = (string)(await Policies.CreateAsync(own))["id"]!;
        await Policies.OpenSignOffAsync(own, policy);

        (int agrees, string none) = await DebugBuild.RunAsync(own, "reconcile");
        await using (var connection = new SqliteConnection($"Data Source={own.DatabaseFile}"))
        {
            await connection.OpenAsync();
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "DELETE FROM \"WorkflowBookmark\"";
            await command.ExecuteNonQueryAsync();
        }

        (int disagrees, string some) = await DebugBuild.RunAsync(own, "reconcile");

        Assert.True(agrees == 0, none);
        Assert.True(disagrees == 1, some);
    }

    [Fact]
    public async Task Establish_FromAFile_SetsUpAPartnership()
    {
        string file = Path.Combine(host.Folder, "new.json");
        await File.WriteAllTextAsync(
            file,
            new JsonObject
            {
                ["id"] = "newly-made",
                ["name"] = "Newly Made Partnership",
                ["people"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = "newly-made-manager",
                        ["tenantId"] = "t",
                        ["objectId"] = "o",
                        ["name"] = "Business Manager",
                    }
                ),
                ["agencies"] = new JsonArray(),
                ["appointments"] = new JsonArray(
                    new JsonObject
                    {
                        ["person"] = "newly-made-manager",
                        ["role"] = "businessUnit",
                        ["from"] = "2020-01-01",
                    }
                ),
            }.ToJsonString()
        );

        (int done, string output) = await DebugBuild.RunAsync(host, "establish", file);
        (int again, string twice) = await DebugBuild.RunAsync(host, "establish", file);

        Assert.True(done == 0, output);
        Assert.True(again == 1, twice);
        using HttpClient manager = await host.AsAsync("newly-made-manager");
        JsonObject partnership = await manager.GetAsync("/api/partnerships/newly-made").JsonAsync();
        Assert.Equal("Newly Made Partnership", (string?)partnership["name"]);
    }
}
