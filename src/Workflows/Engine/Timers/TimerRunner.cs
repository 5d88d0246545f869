using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Timers;

/// <summary>
/// Runs timers that are due: earliest first, one act each, exactly once. Any number of hosts may do it at the same time: each
/// passes by what another holds. A host that was away catches up in due order; nothing is lost or doubled by a restart. Catching
/// up is paced: a host has one timer's act under way at a time, so that what people do goes on in between; and each batch begins
/// with some of what fell due last, so that a long backlog keeps nothing fresh waiting. In one instance due order always holds.
/// </summary>
public sealed class TimerRunner(Acts acts, IReadGovernance readers, TimerActs timerActs)
{
    /// <summary>An act that fails so often is not tried again by itself: its timer is parked and an incident tells why.</summary>
    public const int Attempts = 3;

    /// <summary>Due timers that are asked for at a time.</summary>
    internal const int Batch = 100;

    /// <summary>How many instances of those whose timers fell due last come before a full batch.</summary>
    internal const int Fresh = 10;

    /// <summary>When the next timer is due (UTC), which may have passed; null when none is set.</summary>
    public async Task<DateTime?> NextDueAsync(CancellationToken cancellation = default)
    {
        await using GovernanceDb db = readers.OpenReader();
        return await db.Set<WorkflowTimer>()
            .Where(timer => timer.ParkedAt == null)
            .MinAsync(timer => (DateTime?)timer.DueAt, cancellation);
    }

    /// <summary>
    /// Runs every timer that is due by <paramref name="now"/>, those too that other timers set, until none is left. Returns how
    /// many this host ran.
    /// </summary>
    public Task<int> RunDueAsync(DateTime now, CancellationToken cancellation = default) =>
        RunDueAsync(() => now, cancellation);

    /// <summary>The same as the time goes on meanwhile: <paramref name="clock"/> (UTC) is asked before each batch.</summary>
    public async Task<int> RunDueAsync(
        Func<DateTime> clock,
        CancellationToken cancellation = default
    )
    {
        int ran = 0;
        bool waits = false;
        HashSet<string> settled = [];
        while (!cancellation.IsCancellationRequested)
        {
            DateTime now = clock();
            List<DueTimerRow> due = await ReadDueAsync(now, cancellation);
            due.RemoveAll(timer => settled.Contains(timer.Id));
            if (due.Count == 0)
            {
                break;
            }

            bool moved = false;

            // One of each instance: the act may set or drop the instance's other timers, so they are asked for again.
            foreach (
                DueTimerRow timer in waits ? due.Take(1) : due.DistinctBy(row => row.InstanceId)
            )
            {
                if (cancellation.IsCancellationRequested)
                {
                    break;
                }

                TimerRunResult result = await RunAsync(timer, now, waits);
                ran += result == TimerRunResult.Ran ? 1 : 0;
                moved |= result != TimerRunResult.Held;
                if (waits || result != TimerRunResult.Held)
                {
                    settled.Add(timer.Id);
                }
            }

            // When others hold all that is left, wait for the earliest instead of asking again and again.
            waits = !moved;
        }

        return ran;
    }

    private async Task<TimerRunResult> RunAsync(DueTimerRow timer, DateTime now, bool waits)
    {
        for (int attempt = 1; ; attempt++)
        {
            TimerAttempt tried = new();
            try
            {
                Result<Done> answer = await acts.RunAsync(
                    timerActs.Run(timer.Id, timer.InstanceId, now, waits, tried)
                );
                if (tried.Result != TimerRunResult.Ran || !answer.IsRefused)
                {
                    if (tried.Result == TimerRunResult.Ran)
                    {
                        ActTelemetry.TimerRan(now - timer.DueAt);
                    }

                    return tried.Result;
                }

                return await ParkAsync(timer, answer.Refusal.Message);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                if (attempt == Attempts)
                {
                    return await ParkAsync(timer, $"{failure.GetType().Name}: {failure.Message}");
                }
            }
        }
    }

    private async Task<TimerRunResult> ParkAsync(DueTimerRow timer, string cause)
    {
        await acts.RunAsync(timerActs.Park(timer.Id, timer.InstanceId, cause));
        return TimerRunResult.Gone;
    }

    private async Task<List<DueTimerRow>> ReadDueAsync(DateTime now, CancellationToken cancellation)
    {
        await using GovernanceDb db = readers.OpenReader();
        IQueryable<WorkflowTimer> due = db.Set<WorkflowTimer>()
            .Where(timer => timer.ParkedAt == null && timer.DueAt <= now);
        List<DueTimerRow> earliest = await Rows(Earliest(due).Take(Batch))
            .ToListAsync(cancellation);
        if (earliest.Count < Batch)
        {
            return earliest;
        }

        DateTime last = earliest[^1].DueAt;
        List<string> instances = await due.Where(timer => timer.DueAt > last)
            .OrderByDescending(timer => timer.DueAt)
            .Select(timer => timer.InstanceId)
            .Take(Fresh)
            .ToListAsync(cancellation);
        List<DueTimerRow> fresh = await Rows(
                Earliest(due.Where(timer => instances.Contains(timer.InstanceId)))
            )
            .ToListAsync(cancellation);
        return [.. fresh, .. earliest];
    }

    private static IQueryable<WorkflowTimer> Earliest(IQueryable<WorkflowTimer> due) =>
        due.OrderBy(timer => timer.DueAt)
            .ThenBy(timer => timer.InstanceId)
            .ThenBy(timer => timer.Number);

    private static IQueryable<DueTimerRow> Rows(IQueryable<WorkflowTimer> timers) =>
        timers.Select(timer => new DueTimerRow(timer.Id, timer.InstanceId, timer.DueAt));

    private sealed record DueTimerRow(string Id, string InstanceId, DateTime DueAt);
}

internal enum TimerRunResult
{
    /// <summary>Somebody else has run it, or it is no longer due.</summary>
    Gone,

    /// <summary>Somebody else holds its subject or instance just now.</summary>
    Held,

    Ran,
}

/// <summary>What an attempt came to; the act's own answer cannot say "held".</summary>
internal sealed class TimerAttempt
{
    public TimerRunResult Result { get; set; }
}
