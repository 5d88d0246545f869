using System.Diagnostics;
using Governance.Host.Settings;

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

    /// <summary>A misspelt key does nothing: it is said, and its value is not.</summary>
    public static void SayUnknownSettings(this WebApplication app)
    {
        foreach (string key in KnownKeys.Of(app.Configuration).Unknown)
        {
            app.Logger.LogWarning("The setting {Key} is not known and has no effect", key);
        }
    }
}
