using Governance.Engine.Timers;
using Governance.Modules.Library;
using Governance.Modules.Policies;
using Governance.Modules.SignOff;

namespace Governance.Host.Rehearsal.Seed;

/// <summary>
/// Goes through the working times one after the other: what is due by then runs first, as on a host that was there all along; then
/// everybody acts whose turn it is, many at once and each policy once.
/// </summary>
internal sealed class SeedRun(
    IServiceProvider services,
    SeedClock clock,
    SeedPeople people,
    DateTime[] times,
    SeedProgress progress
)
{
    private readonly PriorityQueue<SeedHistory, (int At, int Number)> _waiting = new();
    private readonly TimerRunner _timers = services.GetRequiredService<TimerRunner>();

    private readonly SeedActs _acts = new(
        services.GetRequiredService<CreatePolicy>(),
        services.GetRequiredService<SaveDraft>(),
        services.GetRequiredService<AddAttachment>(),
        services.GetRequiredService<RequestSignOff>(),
        services.GetRequiredService<SignRound>(),
        services.GetRequiredService<RejectRound>(),
        services.GetRequiredService<WithdrawPolicy>(),
        services.GetRequiredService<ConfirmCascade>()
    );

    /// <returns>False when it was stopped before the end.</returns>
    public async Task<bool> RunAsync(int there, int total, int callers, CancellationToken stopping)
    {
        int next = there;
        for (int at = BeginOf(there); at < times.Length; at++)
        {
            if (stopping.IsCancellationRequested)
            {
                return false;
            }

            await PassToAsync(times[at]);
            for (; next < total && BeginOf(next) <= at; next++)
            {
                Enqueue(
                    next,
                    new SeedHistory(next, SeedPlan.Of(next, at, times.Length - 1), people, _acts)
                );
            }

            List<(SeedHistory History, int Number)> turn = [];
            while (_waiting.TryPeek(out _, out (int At, int Number) first) && first.At <= at)
            {
                turn.Add((_waiting.Dequeue(), first.Number));
            }

            await Parallel.ForEachAsync(
                turn,
                new ParallelOptions { MaxDegreeOfParallelism = callers },
                async (each, _) => await StepAsync(each.History, stopping)
            );
            if (!stopping.IsCancellationRequested)
            {
                turn.ForEach(each => Enqueue(each.Number, each.History));
            }

            progress.TellOften(times[at]);
        }

        return true;

        int BeginOf(int number) => (int)((long)number * times.Length / total);
    }

    private async Task StepAsync(SeedHistory history, CancellationToken stopping)
    {
        if (stopping.IsCancellationRequested)
        {
            return;
        }

        bool begins = !history.IsBegun;
        await history.StepAsync();
        progress.Acted(begins);
    }

    private void Enqueue(int number, SeedHistory history)
    {
        if (history.NextAt is { } at)
        {
            _waiting.Enqueue(history, (at, number));
        }
    }

    /// <summary>Lets time pass, stopping at each moment at which something is due.</summary>
    private async Task PassToAsync(DateTime moment)
    {
        while (await _timers.NextDueAsync() is { } due && due <= moment)
        {
            clock.Set(due);
            int ran = await _timers.RunDueAsync(due);
            progress.Acted(ran);
            if (ran == 0)
            {
                break;
            }
        }

        clock.Set(moment);
    }
}
