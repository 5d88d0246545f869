using Governance.Host.Composition;

namespace Governance.Host.Rehearsal;

/// <summary>Sets the clock for every host and does what is due by then, before it answers.</summary>
internal sealed class RehearsalClockSetting(
    RehearsalStore store,
    RehearsalTimeProvider time,
    DueWork due
)
{
    public async Task<DateTime> SetAsync(DateTime now)
    {
        await store.SetNowAsync(now);
        long set = RealTime.Clock.GetTimestamp();
        time.Look();
        await due.RunAllAsync();
        TimeSpan left = RehearsalTimeProvider.SeenFor - RealTime.Clock.GetElapsedTime(set);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, RealTime.Clock);
        }

        return now;
    }
}
