using System.Diagnostics;
using Governance.Contracts;

namespace Governance.Storage;

/// <summary>
/// Runs acts: the only way anything changes (DESIGN §4). Repeat? → locate and lock → authorise → separate duties → decide and
/// write → follow → record → commit once. A refusal by rule (403) or by state (409) undoes what was written and is itself recorded;
/// a lost race runs again from the load.
/// </summary>
public sealed class Acts
{
    /// <summary>An act that loses this many races in a row is broken or starved: the exception goes to the caller.</summary>
    internal const int Attempts = 8;

    private readonly IActTransactions _transactions;
    private readonly TimeProvider _time;
    private readonly IAuthoriseActs[] _authorise;
    private readonly ISeparateDuties[] _separateDuties;
    private readonly IFollowActs[] _follow;
    private readonly IRecordActs _record;
    private readonly AsyncLocal<RehearsedActs?> _rehearsal = new();

    internal Acts(
        IActTransactions transactions,
        TimeProvider time,
        IEnumerable<IAuthoriseActs> authorise,
        IEnumerable<ISeparateDuties> separateDuties,
        IEnumerable<IFollowActs> follow,
        IRecordActs record
    )
    {
        _transactions = transactions;
        _time = time;
        _authorise = [.. authorise];
        _separateDuties = [.. separateDuties];
        _follow = [.. follow];
        _record = record;
    }

    /// <param name="cancellation">Ends the wait for a place in the queue; an act that has begun is never cut off.</param>
    public async Task<Result<TAnswer>> RunAsync<TAnswer>(
        ActRequest<TAnswer> request,
        CancellationToken cancellation = default
    )
    {
        if (_rehearsal.Value is { } rehearsal)
        {
            return await rehearsal.RunAsync(async unit =>
                (await AttemptAsync(request, unit)).Answer
            );
        }

        using Activity? activity = ActTelemetry.Begin(request.Name);
        long began = Stopwatch.GetTimestamp();
        try
        {
            Result<TAnswer> answer = await RunUntilItHoldsAsync(request, cancellation);
            ActTelemetry.End(activity, request.Name, began, answer.Refusal);
            return answer;
        }
        catch
        {
            ActTelemetry.Failed(activity, request.Name);
            throw;
        }
    }

    /// <summary>
    /// Answers what acts would answer, one after the other and each on top of what those before it wrote; then everything is taken back:
    /// rows, entries, answers, nothing is left. They hold their locks until the last of them is done, so let them be few.
    /// </summary>
    /// <param name="acts">Runs them, by the operations as they are. It may be run again after a lost race.</param>
    public async Task RehearseAsync(Func<Task> acts, CancellationToken cancellation = default)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await _transactions.RunAsync(
                    async unit =>
                    {
                        _rehearsal.Value = new RehearsedActs(unit.Db);
                        await acts();
                        await unit.UndoAsync();
                        return true;
                    },
                    cancellation
                );
                return;
            }
            catch (Exception lost) when (attempt < Attempts && _transactions.IsLostRace(lost))
            {
                ActTelemetry.LostRace("rehearsal");
            }
        }
    }

    private async Task<Result<TAnswer>> RunUntilItHoldsAsync<TAnswer>(
        ActRequest<TAnswer> request,
        CancellationToken cancellation
    )
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                Attempted<TAnswer> attempted = await _transactions.RunAsync(
                    unit => AttemptAsync(request, unit),
                    cancellation
                );
                foreach (Action wake in attempted.AfterCommit)
                {
                    wake();
                }

                return attempted.Answer;
            }
            catch (Exception lost) when (attempt < Attempts && _transactions.IsLostRace(lost))
            {
                // Somebody else was first. Their act is committed now: look again and tell the truth about it.
                ActTelemetry.LostRace(request.Name);
            }
        }
    }

    private async Task<Attempted<TAnswer>> AttemptAsync<TAnswer>(
        ActRequest<TAnswer> request,
        ActUnit unit
    )
    {
        GovernanceDb db = unit.Db;
        var act = new Act(db, request.Name, request.Caller, Moments.Now(_time));
        if (request.Caller.Idempotency is not null && !unit.IsRehearsal)
        {
            IdempotentAnswer? earlier = await IdempotentAnswer.FindAsync(db, act);
            if (earlier is not null)
            {
                return new Attempted<TAnswer>(
                    earlier.Replay<TAnswer>(request.Caller.Idempotency),
                    []
                );
            }
        }

        ActPlace? place = await request.Locate(act);
        if (place is null)
        {
            return new Attempted<TAnswer>(Refusal.NotFound, []);
        }

        act.At(place, Moments.Now(_time));
        Watch(db);
        Refusal? refusal = await RefuseBeforehandAsync(act, request.Permission);
        Result<TAnswer> answer = refusal is null ? await request.Decide(act) : refusal;
        if (answer.IsRefused)
        {
            await unit.UndoAsync();
            db.ForgetRows();
            if (
                unit.IsRehearsal
                || answer.Refusal.Kind is not (RefusalKind.Forbidden or RefusalKind.Conflict)
            )
            {
                return new Attempted<TAnswer>(answer, []);
            }

            act.RestoreForRefusal(place);
        }
        else
        {
            await FollowAsync(act);
        }

        if (unit.IsRehearsal)
        {
            await db.SaveChangesAsync();
            return new Attempted<TAnswer>(answer, []);
        }

        IdempotentAnswer.Keep(act, answer);
        await _record.AppendAsync(act, answer.Refusal);
        await db.SaveChangesAsync();
        return new Attempted<TAnswer>(answer, answer.IsRefused ? [] : act.AfterCommitActions);
    }

    /// <summary>A context may serve one act after the other: what the one before wrote is not of this one.</summary>
    private void Watch(GovernanceDb db)
    {
        if (_follow.Length > 0)
        {
            db.WatchRows();
        }
    }

    private async Task FollowAsync(Act act)
    {
        if (_follow.Length == 0)
        {
            return;
        }

        await act.Db.SaveChangesAsync();
        IReadOnlyCollection<object> rows = act.Db.WrittenRows;
        act.Db.ForgetRows();
        foreach (IFollowActs step in _follow)
        {
            await step.FollowAsync(act, rows);
        }
    }

    private async Task<Refusal?> RefuseBeforehandAsync(Act act, Permission permission)
    {
        foreach (IAuthoriseActs step in _authorise)
        {
            if (await step.AuthoriseAsync(act, permission) is { } refusal)
            {
                return refusal;
            }
        }

        foreach (ISeparateDuties step in _separateDuties)
        {
            if (await step.CheckAsync(act, permission) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private sealed record Attempted<TAnswer>(
        Result<TAnswer> Answer,
        IReadOnlyList<Action> AfterCommit
    );
}
