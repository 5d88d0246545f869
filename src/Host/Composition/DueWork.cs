using Governance.Engine.Timers;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Host.Composition;

/// <summary>
/// Everything that time alone brings about: running clocks follow a new calendar version, then timers run that are due, until
/// neither is left. Any number of hosts may do it at once; each thing is done once.
/// </summary>
internal sealed class DueWork(CalendarRollouts rollouts, TimerRunner timers, TimeProvider time)
{
    public async Task RunAllAsync(CancellationToken cancellation = default)
    {
        int done;
        do
        {
            done = await rollouts.RunPendingAsync(cancellation);
            done += await timers.RunDueAsync(Moments.Now(time), cancellation);
        } while (done > 0);
    }

    /// <summary>How long until the next timer is due, as the acts' clock tells it; null when none is set.</summary>
    public async Task<TimeSpan?> UntilNextAsync(CancellationToken cancellation) =>
        await NextAsync(cancellation) is { } due ? due - Moments.Now(time) : null;

    /// <summary>When the next timer is due (UTC), which may have passed; null when none is set.</summary>
    public Task<DateTime?> NextAsync(CancellationToken cancellation = default) =>
        timers.NextDueAsync(cancellation);
}
