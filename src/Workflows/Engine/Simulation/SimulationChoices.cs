namespace Governance.Engine.Simulation;

/// <summary>Something that can happen next, to one step.</summary>
/// <param name="Limit">When the last timer of the step runs out; null where none runs.</param>
public sealed record SimulatedChoice(
    string ActivityId,
    string Stimulus,
    string Key,
    int Wait,
    DateTime? Limit = null
);

/// <summary>What happens next, and when. Limits that run out before that come first by themselves.</summary>
public sealed record SimulatedMove(SimulatedChoice Choice, DateTime At);

/// <summary>Decides what people do.</summary>
public interface IChooseNext
{
    /// <returns>Null: nobody does anything more; only limits run out.</returns>
    SimulatedMove? Next(IReadOnlyList<SimulatedChoice> choices, DateTime now);

    /// <summary>What was chosen has come to pass.</summary>
    void Happened(SimulatedChoice choice, DateTime at);
}

/// <summary>
/// Throws dice: for each step one of the things that it waits for, by their weights, at a moment between its soonest and latest. What
/// was thrown for a step stays until it happens or is no longer waited for; a step that goes on waiting is thrown for anew.
/// </summary>
internal sealed class ByDice(SimulatedAct act, IReadOnlyDictionary<string, AwaitedStimulus> stimuli)
    : IChooseNext
{
    internal static readonly AwaitedStimulus Unknown = new("", "", 1, 0, 30);

    private readonly Dictionary<int, SimulatedMove> _thrown = [];

    public SimulatedMove? Next(IReadOnlyList<SimulatedChoice> choices, DateTime now)
    {
        SimulatedMove? next = null;
        foreach (
            IGrouping<string, SimulatedChoice> step in choices.GroupBy(choice => choice.ActivityId)
        )
        {
            if (Thrown(step, now) is { } move && (next is null || move.At < next.At))
            {
                next = move;
            }
        }

        return next;
    }

    public void Happened(SimulatedChoice choice, DateTime at) => _thrown.Remove(choice.Wait);

    private SimulatedMove? Thrown(IEnumerable<SimulatedChoice> step, DateTime now)
    {
        SimulatedMove? kept = null;
        double all = 0;
        foreach (SimulatedChoice choice in step)
        {
            kept = _thrown.GetValueOrDefault(choice.Wait) ?? kept;
            all += KnownAs(choice).Weight;
        }

        if (kept is not null && kept.At >= now)
        {
            return kept;
        }

        double thrown = act.Dice.NextDouble() * all;
        foreach (SimulatedChoice choice in step)
        {
            AwaitedStimulus known = KnownAs(choice);
            if (known.Weight <= 0)
            {
                continue;
            }

            thrown -= known.Weight;
            if (thrown <= 0)
            {
                (double soonest, double latest) =
                    known.Within?.Invoke(act) ?? (known.SoonestDays, known.LatestDays);
                double days = soonest + (act.Dice.NextDouble() * (latest - soonest));
                SimulatedMove move = new(choice, now.AddDays(days));
                return _thrown[choice.Wait] = move;
            }
        }

        return null;
    }

    private AwaitedStimulus KnownAs(SimulatedChoice choice) =>
        stimuli.GetValueOrDefault(choice.Stimulus, Unknown);
}

/// <summary>Plays a list of what people do, in order, each so long after what came before; then nobody does anything.</summary>
public sealed class ByScript(params IReadOnlyList<ScriptedStep> script) : IChooseNext
{
    private int _at;
    private DateTime? _since;

    public SimulatedMove? Next(IReadOnlyList<SimulatedChoice> choices, DateTime now)
    {
        _since ??= now;
        if (_at == script.Count)
        {
            return null;
        }

        ScriptedStep wanted = script[_at];
        SimulatedChoice? choice = choices.FirstOrDefault(choice =>
            choice.Stimulus == wanted.Stimulus
            && (wanted.ActivityId is null || choice.ActivityId == wanted.ActivityId)
        );
        return choice is null ? null : new SimulatedMove(choice, _since.Value + wanted.After);
    }

    public void Happened(SimulatedChoice choice, DateTime at)
    {
        _at++;
        _since = at;
    }
}

/// <param name="ActivityId">Which step hears it; null for whichever waits.</param>
public sealed record ScriptedStep(string Stimulus, TimeSpan After, string? ActivityId = null);
