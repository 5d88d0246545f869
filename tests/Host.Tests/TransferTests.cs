using System.Text.Json.Nodes;
using Governance.Host.Commands;
using Governance.Host.Composition;
using Governance.Modules.Transfer.Export;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace Governance.Tests.Host;

/// <summary>The operator's commands for what goes out and what comes in, beside a host that works, and the route for programs.</summary>
public sealed class TransferTests(RunningHost host) : IClassFixture<RunningHost>, IDisposable
{
    private readonly string _folder = Directory
        .CreateTempSubdirectory("governance-transfer-")
        .FullName;

    [Fact]
    public async Task Commands_BesideAWorkingHost_BringAListInAndWriteEverythingOut()
    {
        string list = await WriteAsync(
            "people.csv",
            "tenant,object,name,role,from\nt,o-1,One,practitioner,01/02/2026\nt,o-2,Two,wizard,01/02/2026\n"
        );
        string report = Path.Combine(_folder, "report.csv");

        (int would, string said) = await ImportAsync(list, ["--dry-run"]);
        (int did, string told) = await ImportAsync(list, [], $"--report={report}");
        string corrected = await WriteAsync(
            "corrected.csv",
            (await File.ReadAllTextAsync(report)).Replace(
                "wizard",
                "practitioner",
                StringComparison.Ordinal
            )
        );
        (int rest, string last) = await ImportAsync(corrected, []);
        (int unusable, string why) = await ImportAsync(
            await WriteAsync("strange.csv", "name\nOne\n"),
            []
        );

        Assert.Equal((1, 1, 0, 2), (would, did, rest, unusable));
        Assert.Contains("Line 3 [role] invalid:", said, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", said, StringComparison.Ordinal);
        Assert.Contains("2 lines: 1 brought in", told, StringComparison.Ordinal);
        Assert.Contains(
            "2 lines: 1 brought in (0 of them for a second person), 1 there already",
            last,
            StringComparison.Ordinal
        );
        Assert.Contains("Missing: tenant, object, role, from.", why, StringComparison.Ordinal);

        string target = Path.Combine(_folder, "all.zip");
        (int exported, string written) = await RunAsync(
            ExportCommand.RunAsync,
            [target],
            [],
            "--partnership=example"
        );
        (int twice, string refused) = await RunAsync(ExportCommand.RunAsync, [target], []);
        await using StringWriter verdict = new();

        Assert.True(exported == CommandLine.Done, written);
        Assert.True(twice == CommandLine.CannotStart, refused);
        Assert.True(VerifyExportCommand.Run(verdict, [target]) == 0, verdict.ToString());
        Assert.Contains("Record of example:", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Route_WithAList_AnswersForEachLine()
    {
        using HttpClient manager = await host.AsAsync("business-unit-manager");
        const string list = "name\nDentists together\n\"A\nname\"\n";

        JsonObject would = await SendAsync(manager, list, dryRun: true);
        JsonObject did = await SendAsync(manager, list, dryRun: false);
        JsonObject again = await SendAsync(manager, list, dryRun: false);

        Assert.Equal((1, 0, 1), Counts(would));
        Assert.Equal((1, 0, 1), Counts(did));
        Assert.Equal((0, 1, 1), Counts(again));
        Assert.True((bool)would["dryRun"]!);
        Assert.Null(would["lines"]![0]!["id"]);
        Assert.Equal("dentists-together", (string?)did["lines"]![0]!["id"]);
        Assert.Equal("name", (string?)did["lines"]![1]!["column"]);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static (int BroughtIn, int There, int Refused) Counts(JsonObject came) =>
        ((int)came["broughtIn"]!, (int)came["there"]!, (int)came["refused"]!);

    private static async Task<JsonObject> SendAsync(HttpClient by, string list, bool dryRun)
    {
        using MultipartFormDataContent form = Policies.File(
            "agencies.csv",
            System.Text.Encoding.UTF8.GetBytes(list)
        );
        form.Add(new StringContent("agencies"), "kind");
        form.Add(new StringContent(dryRun ? "true" : "false"), "dryRun");
        return await by.PostAsync("/api/partnerships/example/imports", form).JsonAsync();
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        string file = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(file, text);
        return file;
    }

    private Task<(int ExitCode, string Told)> ImportAsync(
        string file,
        string[] switches,
        params string[] settings
    ) =>
        RunAsync(
            ImportCommand.RunAsync,
            ["people", file],
            switches,
            ["--partnership=example", "--as=business-unit-manager", .. settings]
        );

    /// <summary>As the program runs it, on the database that the host works on.</summary>
    private async Task<(int ExitCode, string Told)> RunAsync(
        Func<Invocation, Task<int>> command,
        string[] operands,
        string[] switches,
        params string[] settings
    )
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder([
            $"--ConnectionStrings:Governance=Data Source={host.DatabaseFile}",
            $"--Record:SigningKey={Path.Combine(host.Folder, "checkpoints.pem")}",
            .. settings,
        ]);
        builder.AddDefaultSettings();
        builder.AddGovernance();
        await using WebApplication app = builder.Build();
        await using var told = new StringWriter();
        try
        {
            return (
                await command(new Invocation(operands, switches, app.Services, told)),
                told.ToString()
            );
        }
        catch (CannotStartException refused)
        {
            return (CommandLine.CannotStart, refused.Message);
        }
    }
}
