using System.Diagnostics;

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
        (int exitCode, string output) = await RunAsync(
            new ProcessStartInfo("dotnet")
            {
                ArgumentList =
                {
                    "publish",
                    Path.Combine(Root(), "src", "Host", "Host.csproj"),
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

    public static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
        Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output + await errors);
    }

    private static string Root()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "Governance.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not lie in the repository.");
    }
}
