using System.Diagnostics;
using Governance.Tests.Shared;

namespace Governance.Tests.Host;

/// <summary>The service published as it ships, once per test run, and started as an operator would.</summary>
public sealed class ReleaseBuild : IAsyncLifetime, IAsyncDisposable
{
    private readonly string _folder = Directory
        .CreateTempSubdirectory("governance-release-")
        .FullName;

    public string Assembly => Path.Combine(_folder, "app", "Governance.Host.dll");

    public async Task InitializeAsync()
    {
        (int exitCode, string output) = await HostProcess.RunAsync(
            new ProcessStartInfo("dotnet")
            {
                ArgumentList =
                {
                    "publish",
                    Path.Combine(HostProcess.RepositoryFolder(), "src", "Host", "Host.csproj"),
                    "--configuration",
                    "Release",
                    "--no-restore",
                    "--output",
                    Path.Combine(_folder, "app"),
                    "--nologo",
                    "--verbosity",
                    "quiet",
                },
            }
        );
        Assert.True(exitCode == 0, output);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>How to start it, on a database of its own.</summary>
    public ProcessStartInfo Start(params string[] settings)
    {
        string data = Directory
            .CreateDirectory(Path.Combine(_folder, Path.GetRandomFileName()))
            .FullName;
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = data };
        start.ArgumentList.Add(Assembly);
        foreach (string setting in settings)
        {
            start.ArgumentList.Add(setting);
        }

        return start;
    }
}
