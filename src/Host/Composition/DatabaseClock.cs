using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Host.Composition;

/// <summary>
/// The time that all hosts of one database share: its server's. A host whose own clock is wrong neither passes a limit early nor
/// takes a signature late. Between two looks it runs on the machine's counter, which nobody sets. On SQLite there is one machine,
/// and its clock is taken as it is.
/// </summary>
internal sealed class DatabaseClock : TimeProvider
{
    private Seen? _seen;

    public override DateTimeOffset GetUtcNow() =>
        Volatile.Read(ref _seen) is { } seen
            ? seen.Now + RealTime.Clock.GetElapsedTime(seen.At)
            : RealTime.Clock.GetUtcNow();

    /// <summary>Looks at the server's clock; how far the machine's is ahead of it.</summary>
    public async Task<TimeSpan> FollowAsync(
        GovernanceDb db,
        CancellationToken cancellation = default
    )
    {
        if (db.Dialect.Now is not { } clock)
        {
            return TimeSpan.Zero;
        }

        await db.Database.OpenConnectionAsync(cancellation);
        long asked = RealTime.Clock.GetTimestamp();
        DateTime told = await db.Database.SqlQueryRaw<DateTime>(clock).SingleAsync(cancellation);
        TimeSpan way = RealTime.Clock.GetElapsedTime(asked);
        DateTimeOffset now = new DateTimeOffset(told, TimeSpan.Zero) + (way / 2);
        Volatile.Write(ref _seen, new Seen(now, RealTime.Clock.GetTimestamp()));
        return RealTime.Clock.GetUtcNow() - now;
    }

    /// <param name="At">The machine's counter when it was so late.</param>
    private sealed record Seen(DateTimeOffset Now, long At);
}
