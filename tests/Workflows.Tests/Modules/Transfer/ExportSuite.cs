using System.IO.Compression;
using System.Text.Json;
using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Modules.Record;
using Governance.Modules.Transfer.Export;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Modules.Transfer;

/// <summary>The export of everything on a database: whole, of one moment, checkable with nothing but its files.</summary>
public abstract class ExportSuite : IDisposable
{
    private readonly string _folder = Directory
        .CreateTempSubdirectory("governance-export-")
        .FullName;

    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    private string Target(string name) => Path.Combine(_folder, name);

    [Fact]
    public async Task Export_OfAnInstallation_HoldsEverythingAndVerifiesOffline()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string policy = await PublishedAsync(world);

        ExportSummary written = await ExportAsync(world, Target("all"));

        (int exitCode, string told) = Verify(Target("all"));
        Assert.True(exitCode == 0, told);
        Assert.Contains($"Verifies: {written.Files - 1} files", told, StringComparison.Ordinal);
        JsonElement row = Rows("policy")
            .Single(each => each.GetProperty("id").GetString() == policy);
        Assert.EndsWith("Z", row.GetProperty("createdAt").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Array, row.GetProperty("tags").ValueKind);
        Assert.Equal(3, Rows("signature").Length);
        Assert.Contains(
            "'=SUM(1)",
            File.ReadAllText(Table("policy", "csv")),
            StringComparison.Ordinal
        );

        string documents = Path.Combine(Target("all"), "documents", PolicyWorld.Place, "policies");
        string folder = Directory.GetDirectories(documents, "sum-*").Single();
        Assert.Equal(
            "# Purpose\n\nKeep children safe.",
            await File.ReadAllTextAsync(Path.Combine(folder, "version-1.md"))
        );
        Assert.Contains(
            "<h1>=SUM(1)</h1>",
            await File.ReadAllTextAsync(Path.Combine(folder, "version-2.html")),
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(Path.Combine(folder, "version-1.html")));
        Assert.True(File.Exists(Path.Combine(folder, "version-2-files", "map.pdf")));
        Assert.True(
            File.Exists(
                Path.Combine(
                    Target("all"),
                    "definitions",
                    PolicyWorld.Place,
                    "policy",
                    "version-1.json"
                )
            )
        );
        string index = await File.ReadAllTextAsync(Path.Combine(Target("all"), "README.md"));
        Assert.Contains("HostKey: a secret", index, StringComparison.Ordinal);
        Assert.Contains("record/northshire/proofs.jsonl", index, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_AsAnArchiveOfOnePartnership_VerifiesAndNamesWhatWasChanged()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        await PublishedAsync(world);
        string archive = Target("one.zip");

        await ExportAsync(world, archive, PolicyWorld.Place);

        Assert.Equal(0, Verify(archive).ExitCode);
        await ZipFile.ExtractToDirectoryAsync(archive, Target("all"));
        string[] flipped =
        [
            "tables/person.csv",
            "documents/",
            "record/northshire/record.jsonl",
            "record/northshire/proofs.jsonl",
            "record/northshire/consistency.jsonl",
            "README.md",
        ];
        foreach (string path in flipped)
        {
            string file = path.EndsWith('/')
                ? Directory.GetFiles(
                    Path.Combine(Target("all"), path),
                    "*.md",
                    SearchOption.AllDirectories
                )[0]
                : Path.Combine(Target("all"), path);
            byte[] whole = await File.ReadAllBytesAsync(file);
            byte[] bytes = [.. whole];
            bytes[bytes.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(file, bytes);
            (int exitCode, string told) = Verify(Target("all"));
            await File.WriteAllBytesAsync(file, whole);

            Assert.True(exitCode == 1, path + told);
            Assert.Contains($"DOES NOT VERIFY: {path}", told, StringComparison.Ordinal);
            if (path.EndsWith("/record.jsonl", StringComparison.Ordinal))
            {
                Assert.Contains("record.jsonl: entry ", told, StringComparison.Ordinal);
            }
        }

        File.Delete(Table("policy", "csv"));
        Assert.Contains(
            "policy.csv: it is missing",
            Verify(Target("all")).Told,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Export_WithItsHashesMadeAnew_StillDoesNotVerifyWhenAProofWasChanged()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        await PublishedAsync(world);
        await ExportAsync(world, Target("all"));
        string proofs = Path.Combine(Target("all"), "record", "northshire", "proofs.jsonl");
        string[] lines = await File.ReadAllLinesAsync(proofs);
        lines[2] = lines[2].Replace("\"path\":[\"", "\"path\":[\"00", StringComparison.Ordinal);
        await File.WriteAllTextAsync(proofs, string.Join('\n', lines) + "\n");
        string sums = Path.Combine(Target("all"), "SHA256SUMS");
        string hash = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(proofs))
        );
        await File.WriteAllLinesAsync(
            sums,
            (await File.ReadAllLinesAsync(sums)).Select(line =>
                line.EndsWith("northshire/proofs.jsonl", StringComparison.Ordinal)
                    ? hash + line[64..]
                    : line
            )
        );

        (int exitCode, string told) = Verify(Target("all"));

        Assert.Equal(1, exitCode);
        Assert.Contains("the proof of entry 2 does not lead", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_WhilePeopleWork_IsOfOneMoment()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        await world.CreateAsync();
        Work work = new(world);

        await ExportAsync(world, Target("all"), progress: work);

        Assert.True(work.Acts > 0);
        Assert.Single(Rows("policy"));
        Assert.Single(Rows("policy-version"));
        long entries = File.ReadLines(
                Path.Combine(Target("all"), "record", PolicyWorld.Place, "record.jsonl")
            )
            .Count(line => line.StartsWith("{\"entry\"", StringComparison.Ordinal));
        await using GovernanceDb db = world.Store.Read();
        Assert.True(
            entries
                < await db.Set<RecordEntry>().CountAsync(e => e.PartnershipId == PolicyWorld.Place)
        );
        Assert.Equal(0, Verify(Target("all")).ExitCode);
    }

    [Fact]
    public async Task Export_BrokenOffOrOverSomething_LeavesNothingBehind()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        using CancellationTokenSource stop = new();
        WriteExport export = world.Store.Get<WriteExport>();
        foreach (string name in (string[])["all", "all.zip"])
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                export.RunAsync(Target(name), null, new Stopping(stop), stop.Token)
            );
        }

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
        Result<ExportSummary> unknown = await export.RunAsync(
            Target("all"),
            "elsewhere",
            new Stopping(null)
        );
        Assert.Equal(RefusalKind.NotFound, unknown.Refusal!.Kind);
        Directory.CreateDirectory(Target("all"));
        await Assert.ThrowsAsync<IOException>(() => ExportAsync(world, Target("all")));
        Assert.Equal([Target("all")], Directory.GetFileSystemEntries(_folder));
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private static async Task<string> PublishedAsync(PolicyWorld world)
    {
        Result<PolicySaved> created = await world
            .Store.Get<CreatePolicy>()
            .HandleAsync(
                new ActCaller("unit"),
                PolicyWorld.Place,
                new CreatePolicyBody(
                    DocumentClasses.Policy,
                    "=SUM(1)",
                    "What we do.",
                    "# Purpose\n\nKeep children safe."
                )
            );
        string policy = created.Value.Id;
        Result<PolicySaved> attached = await world
            .Store.Get<AddAttachment>()
            .HandleAsync(
                new ActCaller("unit"),
                policy,
                new AttachmentBody("map.pdf", "%PDF-1.7 map"u8.ToArray())
            );
        Assert.Null(attached.Refusal);
        await world.SignAllAsync(await world.OpenRoundAsync(policy));
        // A second checkpoint follows on the first.
        await world.Store.Get<RecordTree>().CatchUpAllAsync();
        await world.CreateAsync();
        return policy;
    }

    private static async Task<ExportSummary> ExportAsync(
        PolicyWorld world,
        string target,
        string? partnership = null,
        IProgress<string>? progress = null
    )
    {
        Result<ExportSummary> written = await world
            .Store.Get<WriteExport>()
            .RunAsync(target, partnership, progress ?? new Stopping(null));
        Assert.Null(written.Refusal);
        return written.Value;
    }

    private static (int ExitCode, string Told) Verify(string path)
    {
        using StringWriter told = new();
        int exitCode = VerifyExportCommand.Run(told, [path]);
        return (exitCode, told.ToString());
    }

    private string Table(string name, string ending) =>
        Path.Combine(Target("all"), "tables", $"{name}.{ending}");

    private JsonElement[] Rows(string table) =>
        [
            .. File.ReadLines(Table(table, "jsonl"))
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];

    /// <summary>Cancels at the first step; does nothing without a source.</summary>
    private sealed class Stopping(CancellationTokenSource? stop) : IProgress<string>
    {
        public void Report(string value) => stop?.Cancel();
    }

    /// <summary>Commits an act between two tables.</summary>
    private sealed class Work(PolicyWorld world) : IProgress<string>
    {
        public int Acts { get; private set; }

        public void Report(string value)
        {
            if (Acts < 3)
            {
                Acts++;
                Task.Run(() => world.CreateAsync()).GetAwaiter().GetResult();
            }
        }
    }
}

public sealed class SqliteExportTests : ExportSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlExportTests : ExportSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
