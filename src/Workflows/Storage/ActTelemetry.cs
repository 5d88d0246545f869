using System.Diagnostics;
using System.Diagnostics.Metrics;
using Governance.Contracts;

namespace Governance.Storage;

/// <summary>
/// What acts tell whoever watches the service (docs/telemetry.md): names of acts and codes of refusals, never who, about whom or
/// what was said. Costs next to nothing while nobody listens.
/// </summary>
public static class ActTelemetry
{
    /// <summary>Of our traces and of our measurements.</summary>
    public const string Name = "Governance";

    internal const string Act = "governance.act";
    internal const string Outcome = "governance.outcome";
    internal const string RefusalCode = "governance.refusal";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Acts = Meter.CreateCounter<long>(
        "governance.acts",
        "{act}",
        "Acts that were asked for, by name and outcome."
    );

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "governance.refusals",
        "{refusal}",
        "Acts that were refused, by name and code."
    );

    private static readonly Counter<long> LostRaces = Meter.CreateCounter<long>(
        "governance.races",
        "{race}",
        "Acts that ran again because another was first."
    );

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "governance.act.duration",
        "s",
        "From the request for an act to its durable answer."
    );

    private static readonly Histogram<double> Late = Meter.CreateHistogram<double>(
        "governance.timers.late",
        "s",
        "How long after it was due a timer ran."
    );

    internal static Activity? Begin(string act)
    {
        Activity? activity = Source.StartActivity($"act {act}");
        activity?.SetTag(Act, act);
        return activity;
    }

    internal static void End(Activity? activity, string act, long began, Refusal? refusal)
    {
        string outcome = refusal is null ? "done" : "refused";
        activity?.SetTag(Outcome, outcome);
        activity?.SetTag(RefusalCode, refusal?.Code);
        Acts.Add(1, new(Act, act), new(Outcome, outcome));
        Duration.Record(
            Stopwatch.GetElapsedTime(began).TotalSeconds,
            new(Act, act),
            new(Outcome, outcome)
        );
        if (refusal is not null)
        {
            Refusals.Add(1, new(Act, act), new(RefusalCode, refusal.Code));
        }
    }

    internal static void Failed(Activity? activity, string act)
    {
        activity?.SetTag(Outcome, "failed");
        activity?.SetStatus(ActivityStatusCode.Error);
        Acts.Add(1, new(Act, act), new(Outcome, "failed"));
    }

    internal static void LostRace(string act) =>
        LostRaces.Add(1, new KeyValuePair<string, object?>(Act, act));

    internal static void TimerRan(TimeSpan late) => Late.Record(Math.Max(0, late.TotalSeconds));
}
