using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Governance.Storage;

namespace Governance.Tests.Shared;

/// <summary>The host in a process of its own, ready to be asked; it is ended with the test.</summary>
public sealed partial class HostProcess : IAsyncDisposable
{
    /// <summary>Where a new rehearsal's clock stands: no test may depend on the hour at which it runs.</summary>
    public const string FirstMoment = "2026-11-02T09:00:00Z";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output;

    private HostProcess(Process process, ConcurrentQueue<string> output, Uri address)
    {
        _process = process;
        _output = output;
        Address = address;
        Client = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public int ProcessId => _process.Id;

    /// <summary>What it has written so far, line by line.</summary>
    public IReadOnlyCollection<string> Output => _output;

    /// <summary>Starts the host that this build made, on a loopback port that the system chooses.</summary>
    /// <param name="environment">Variables that it gets besides.</param>
    public static Task<HostProcess> StartAsync(
        DatabaseSettings settings,
        params (string Name, string Value)[] environment
    )
    {
        ProcessStartInfo start = Command(settings, []);
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return StartAsync(start);
    }

    /// <summary>Starts a host and returns once it is ready; throws with its output when it ends before.</summary>
    public static async Task<HostProcess> StartAsync(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var output = new ConcurrentQueue<string>();
        var address = new TaskCompletionSource<Uri>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        Process process = Process.Start(start)!;
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) =>
            address.TrySetException(
                new InvalidOperationException($"It ended: {string.Join('\n', output)}")
            );
        DataReceivedEventHandler read = (_, line) =>
        {
            output.Enqueue(line.Data ?? string.Empty);
            if (ReadyAt().Match(line.Data ?? string.Empty) is { Success: true } ready)
            {
                address.TrySetResult(new Uri(ready.Groups["address"].Value));
            }
        };
        process.OutputDataReceived += read;
        process.ErrorDataReceived += read;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new HostProcess(
            process,
            output,
            await address.Task.WaitAsync(TimeSpan.FromMinutes(2))
        );
    }

    /// <summary>Runs the host with a command (<c>reconcile</c>, <c>verify FILE</c>) to its end.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(
        DatabaseSettings settings,
        params string[] arguments
    ) => RunAsync(Command(settings, arguments));

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
        Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Ends the process at once, as a power cut would (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Tells it to stop, as an operator does (SIGTERM), and returns once it has ended.</summary>
    public async Task StopAsync()
    {
        using (
            Process told = Process.Start(
                "kill",
                ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]
            )
        )
        {
            await told.WaitForExitAsync();
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await _process.WaitForExitAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Command(
        DatabaseSettings settings,
        IReadOnlyList<string> arguments
    )
    {
        string folder = Path.Combine(RepositoryFolder(), "src", "Host");
        return new ProcessStartInfo("dotnet", [BuiltHost(folder), .. arguments])
        {
            WorkingDirectory = folder,
            Environment =
            {
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Database__Provider"] = settings.Provider.ToString(),
                ["ConnectionStrings__Governance"] = settings.ConnectionString,
                ["Rehearsal__Clock"] = FirstMoment,
                // Whatever a test looks at, nobody is asked besides.
                ["Rehearsal__Reviews"] = "false",
            },
        };
    }

    /// <summary>The host of the same configuration as this assembly (…/bin/Release/net10.0).</summary>
    private static string BuiltHost(string folder)
    {
        string[] parts = AppContext.BaseDirectory.Split(Path.DirectorySeparatorChar);
        string configuration = parts.Contains("Release", StringComparer.Ordinal)
            ? "Release"
            : "Debug";
        return Path.Combine(folder, "bin", configuration, "net10.0", "Governance.Host.dll");
    }

    /// <summary>Where the repository lies that the tests were built in.</summary>
    public static string RepositoryFolder()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Governance.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder
            ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    [GeneratedRegex(
        "Ready at (?<address>http://[0-9.a-z]+:[0-9]+)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ReadyAt();
}
