using System.Diagnostics;
using Governance.Tests.Shared;

namespace Governance.Tests.Host;

/// <summary>The program as this test run built it, started in a process of its own on a running host's database.</summary>
internal static class DebugBuild
{
    public static Task<(int ExitCode, string Output)> RunAsync(RunningHost on, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = on.Folder };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (string argument in args)
        {
            start.ArgumentList.Add(argument);
        }

        start.ArgumentList.Add($"--ConnectionStrings:Governance=Data Source={on.DatabaseFile}");
        start.ArgumentList.Add($"--Record:SigningKey={Path.Combine(on.Folder, "checkpoints.pem")}");
        return HostProcess.RunAsync(start);
    }

    /// <summary>As typed, without a database.</summary>
    public static Task<(int ExitCode, string Output)> RunOfflineAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet");
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (string argument in args)
        {
            start.ArgumentList.Add(argument);
        }

        return HostProcess.RunAsync(start);
    }
}
