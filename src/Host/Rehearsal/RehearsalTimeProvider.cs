using Governance.Host.Composition;

namespace Governance.Host.Rehearsal;

/// <summary>
/// The time of acts and timers in a rehearsal: what was set, standing still, or real time until something is. It lives in the
/// database for all hosts; a host looks again after <see cref="SeenFor"/>, and whoever sets it waits that long.
/// </summary>
internal sealed class RehearsalTimeProvider(RehearsalStore store, DatabaseClock clock)
    : TimeProvider
{
    public static readonly TimeSpan SeenFor = TimeSpan.FromMilliseconds(100);

    private Seen? _seen;

    public override DateTimeOffset GetUtcNow()
    {
        if (!store.IsPrepared)
        {
            return clock.GetUtcNow();
        }

        Seen? seen = Volatile.Read(ref _seen);
        if (seen is null || RealTime.Clock.GetElapsedTime(seen.At) > SeenFor)
        {
            seen = Look();
        }

        return seen.Now is { } set ? new DateTimeOffset(set, TimeSpan.Zero) : clock.GetUtcNow();
    }

    /// <summary>Looks at the database now and not later.</summary>
    public Seen Look()
    {
        long at = RealTime.Clock.GetTimestamp();
        var seen = new Seen(store.Now(), at);
        Volatile.Write(ref _seen, seen);
        return seen;
    }

    /// <param name="At">The real timestamp at which it was looked for.</param>
    internal sealed record Seen(DateTime? Now, long At);
}
