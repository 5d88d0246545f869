using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Timers;

/// <summary>Timers that are due and have not run.</summary>
internal sealed class TimersDue : IGauge
{
    public string Name => "governance.timers.due";

    public string Unit => "{timer}";

    public string Description =>
        "Timers that are due and have not run, those aside that were parked.";

    public async Task<double> ReadAsync(
        GovernanceDb db,
        DateTime now,
        CancellationToken cancellation
    ) =>
        await db.Set<WorkflowTimer>()
            .CountAsync(timer => timer.ParkedAt == null && timer.DueAt <= now, cancellation);
}

/// <summary>How long the oldest of them has been due.</summary>
internal sealed class OldestTimerDue : IGauge
{
    public string Name => "governance.timers.oldest";

    public string Unit => "s";

    public string Description => "How long the timer has been due that has waited longest.";

    public async Task<double> ReadAsync(
        GovernanceDb db,
        DateTime now,
        CancellationToken cancellation
    )
    {
        DateTime? oldest = await db.Set<WorkflowTimer>()
            .Where(timer => timer.ParkedAt == null && timer.DueAt <= now)
            .MinAsync(timer => (DateTime?)timer.DueAt, cancellation);
        return oldest is { } due ? (now - due).TotalSeconds : 0;
    }
}
