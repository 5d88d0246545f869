using System.Diagnostics;
using System.Text;
using Governance.Storage;

namespace Governance.Tests.Shared;

/// <summary>The built host as a process of its own on a loopback port that the system chooses.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly StringBuilder _output;

    private HostProcess(Process process, Uri address, StringBuilder output)
    {
        _process = process;
        Address = address;
        _output = output;
    }

    public Uri Address { get; }

    public int ProcessId => _process.Id;

    public string Output => _output.ToString();

    /// <summary>Starts the host and returns once it listens; throws with its output when it ends before.</summary>
    public static async Task<HostProcess> StartAsync(DatabaseSettings settings)
    {
        Process process = Process.Start(Command(settings, []))!;
        var output = new StringBuilder();
        var listening = new TaskCompletionSource<Uri>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        process.OutputDataReceived += (_, line) =>
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }

            int at = line.Data?.IndexOf(Listening, StringComparison.Ordinal) ?? -1;
            if (at >= 0)
            {
                listening.TrySetResult(
                    new Uri(line.Data![(at + Listening.Length)..].Split('"', ' ', '\\')[0])
                );
            }
            else if (line.Data is null)
            {
                listening.TrySetException(
                    new InvalidOperationException($"The host ended:\n{output}")
                );
            }
        };
        process.ErrorDataReceived += (_, line) =>
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new HostProcess(
            process,
            await listening.Task.WaitAsync(TimeSpan.FromMinutes(2)),
            output
        );
    }

    /// <summary>Runs the host with a command (<c>reconcile</c>, <c>verify FILE</c>) to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        DatabaseSettings settings,
        params string[] arguments
    )
    {
        using Process process = Process.Start(Command(settings, arguments))!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    /// <summary>Ends the process at once, as a power cut would (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
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
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Database__Provider"] = settings.Provider.ToString(),
                ["ConnectionStrings__Governance"] = settings.ConnectionString,
                ["Limits__RequestsPerMinute"] = "1000000",
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

    private static string RepositoryFolder()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Governance.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder
            ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
