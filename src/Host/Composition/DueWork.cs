using Governance.Engine.Timers;
using Governance.Modules.Clocks;
using Governance.Modules.SignOff;
using Governance.Storage;

namespace Governance.Host.Composition;

/// <summary>
/// Everything that time alone brings about: running clocks follow a new calendar version, timers run that are due, and open
/// rounds follow their people's terms, until nothing is left. Any number of hosts may do it at once; each thing is done once.
/// </summary>
internal sealed class DueWork(
    CalendarRollouts rollouts,
    TimerRunner timers,
    FollowTerms terms,
    TimeProvider time
)
{
    /// <summary>Terms begin and end by the day; looking more often finds a revocation that begins within one.</summary>
    private static readonly TimeSpan LookAtTerms = TimeSpan.FromMinutes(1);

    /// <summary>Spares questions only: whoever looks too often finds nothing to do.</summary>
    private DateTime _lookedAtTerms;

    public async Task RunAllAsync(CancellationToken cancellation = default)
    {
        int done;
        do
        {
            done = await rollouts.RunPendingAsync(cancellation);
            done += await timers.RunDueAsync(() => Moments.Now(time), cancellation);
            done += await FollowTermsAsync(cancellation);
        } while (done > 0);
    }

    private async Task<int> FollowTermsAsync(CancellationToken cancellation)
    {
        DateTime now = Moments.Now(time);
        if ((now - _lookedAtTerms).Duration() < LookAtTerms)
        {
            return 0;
        }

        int followed = await terms.RunAsync(now, cancellation);
        _lookedAtTerms = now;
        return followed;
    }

    /// <summary>How long until the next timer is due, as the acts' clock tells it; null when none is set.</summary>
    public async Task<TimeSpan?> UntilNextAsync(CancellationToken cancellation) =>
        await NextAsync(cancellation) is { } due ? due - Moments.Now(time) : null;

    /// <summary>When the next timer is due (UTC), which may have passed; null when none is set.</summary>
    public Task<DateTime?> NextAsync(CancellationToken cancellation = default) =>
        timers.NextDueAsync(cancellation);
}
