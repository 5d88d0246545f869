using Governance.Host.Composition;
using Governance.Storage;

namespace Governance.Host.Rehearsal;

/// <summary>
/// Sets the clock for every host and does what is due by then, before it answers. Time passes on the way there: the clock stops
/// at each moment at which something is due, so that a reminder goes out on its own day and not on the last one.
/// </summary>
internal sealed class RehearsalClockSetting(
    RehearsalStore store,
    RehearsalTimeProvider time,
    DueWork due,
    ExampleReviews reviews
)
{
    /// <summary>The years for which a calendar could be loaded: 2000 to 2199.</summary>
    public static bool IsWithinReach(DateTime now) => now.Year is >= 2000 and < 2200;

    public async Task<DateTime> SetAsync(DateTime now)
    {
        DateTime reached = Moments.Now(time);
        while (await due.NextAsync() is { } next && next > reached && next < now)
        {
            reached = next;
            await StepAsync(next);
        }

        long set = RealTime.Clock.GetTimestamp();
        await StepAsync(now);
        TimeSpan left = RehearsalTimeProvider.SeenFor - RealTime.Clock.GetElapsedTime(set);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, RealTime.Clock);
        }

        return now;
    }

    private async Task StepAsync(DateTime now)
    {
        await store.SetNowAsync(now);
        time.Look();
        await due.RunAllAsync();
        await reviews.KeepAsync();
    }
}
