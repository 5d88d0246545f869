using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Governance.Tests.Host;

/// <summary>The service in a process of its own, ready to be asked; it is ended with the test.</summary>
internal sealed partial class RunningProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output;

    private RunningProcess(Process process, ConcurrentQueue<string> output, Uri address)
    {
        _process = process;
        _output = output;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public IReadOnlyCollection<string> Output => _output;

    public static async Task<RunningProcess> StartAsync(ProcessStartInfo start)
    {
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
        return new RunningProcess(
            process,
            output,
            await address.Task.WaitAsync(TimeSpan.FromSeconds(60))
        );
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(
        "Ready at (?<address>http://[0-9.a-z]+:[0-9]+)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ReadyAt();
}
