using System.Diagnostics;

namespace Governance.Host.Composition;

/// <summary>Says where the service answers and how long it took to get there, once it does.</summary>
internal static class ReadyMessage
{
    public static void SayWhenReady(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            using var process = Process.GetCurrentProcess();
            TimeSpan took = RealTime.Clock.GetLocalNow() - process.StartTime;
            app.Logger.LogInformation(
                "Ready at {Addresses} after {Milliseconds} ms",
                string.Join(", ", app.Urls),
                (long)took.TotalMilliseconds
            );
        });
    }
}
