namespace Governance.Engine.Simulation;

/// <summary>How people behave in a run that no dice decide.</summary>
public enum SimulatedHabit
{
    /// <summary>Nobody does anything; only limits run out.</summary>
    Silence,

    /// <summary>Everybody does the usual as soon as they do.</summary>
    AtOnce,

    /// <summary>Everybody does the usual a minute before their limit, or as late as they do where there is none.</summary>
    LastMinute,

    /// <summary>Everybody does what is done most seldom.</summary>
    Refusals,

    /// <summary>The same twice, and then the usual.</summary>
    TwoRefusals,
}

/// <summary>Decides by a habit. For one run: it remembers since when each step waits.</summary>
internal sealed class ByHabit(
    SimulatedHabit habit,
    IReadOnlyDictionary<string, AwaitedStimulus> stimuli
) : IChooseNext
{
    private static readonly TimeSpan JustBefore = TimeSpan.FromMinutes(1);

    private readonly Dictionary<int, DateTime> _since = [];
    private int _refused;

    private bool Refuses =>
        habit == SimulatedHabit.Refusals || (habit == SimulatedHabit.TwoRefusals && _refused < 2);

    public SimulatedMove? Next(IReadOnlyList<SimulatedChoice> choices, DateTime now)
    {
        if (habit == SimulatedHabit.Silence)
        {
            return null;
        }

        SimulatedMove? next = null;
        foreach (
            IGrouping<string, SimulatedChoice> step in choices.GroupBy(choice => choice.ActivityId)
        )
        {
            SimulatedChoice[] can = [.. step.Where(choice => Known(choice).Weight > 0)];
            if (can.Length == 0)
            {
                continue;
            }

            SimulatedChoice chosen = Refuses
                ? can.MinBy(choice => Known(choice).Weight)!
                : can.MaxBy(choice => Known(choice).Weight)!;
            DateTime at = MomentOf(chosen, now);
            if (next is null || at < next.At)
            {
                next = new SimulatedMove(chosen, at);
            }
        }

        return next;
    }

    public void Happened(SimulatedChoice choice, DateTime at)
    {
        _since.Remove(choice.Wait);
        // Where there is only one thing to do, doing it refuses nothing.
        _refused += Known(choice).Weight < 2 ? 1 : 0;
    }

    private DateTime MomentOf(SimulatedChoice choice, DateTime now)
    {
        if (!_since.TryGetValue(choice.Wait, out DateTime since))
        {
            _since[choice.Wait] = since = now;
        }

        DateTime at =
            habit == SimulatedHabit.LastMinute
                ? choice.Limit - JustBefore ?? since.AddDays(Known(choice).LatestDays)
                : since.AddDays(Known(choice).SoonestDays);
        return at < now ? now : at;
    }

    private AwaitedStimulus Known(SimulatedChoice choice) =>
        stimuli.GetValueOrDefault(choice.Stimulus, ByDice.Unknown);
}

/// <summary>
/// Does what was done in a recorded case, as long after its beginning as it was; what cannot be done is left out, or done once it can.
/// </summary>
internal sealed class ByRecord(RecordedCase recorded, DateTime start) : IChooseNext
{
    private readonly List<RecordedMove> _left = [.. recorded.Moves];

    public SimulatedMove? Next(IReadOnlyList<SimulatedChoice> choices, DateTime now)
    {
        foreach (RecordedMove move in _left)
        {
            if (choices.FirstOrDefault(choice => IsMeant(move, choice)) is { } choice)
            {
                DateTime at = start + move.After;
                return new SimulatedMove(choice, at < now ? now : at);
            }
        }

        return null;
    }

    public void Happened(SimulatedChoice choice, DateTime at) =>
        _left.RemoveAt(_left.FindIndex(move => IsMeant(move, choice)));

    private static bool IsMeant(RecordedMove move, SimulatedChoice choice) =>
        move.ActivityId == choice.ActivityId && move.Stimulus == choice.Stimulus;
}

/// <summary>What people did in one case, and when: no names, no texts.</summary>
public sealed record RecordedCase(IReadOnlyList<RecordedMove> Moves);

/// <param name="After">Since the case began.</param>
public sealed record RecordedMove(string ActivityId, string Stimulus, TimeSpan After);
