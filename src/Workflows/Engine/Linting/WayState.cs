using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Governance.Engine.Interpreter;

namespace Governance.Engine.Linting;

/// <summary>
/// Brings a state to one form, so that states that go on alike are one: ids do not count, runs of the same step in the same place
/// are one or many. That leaves finitely many, however often a path is gone again.
/// </summary>
internal static class WayState
{
    private const int Many = 2;

    /// <summary>Drops what is more than many, and gives what tells this state from others.</summary>
    public static string Settle(WorkflowState state, ulong holds)
    {
        Forms forms = new(state);
        forms.DropBeyondMany();
        return forms.Write(holds);
    }

    /// <summary>
    /// The states in which a run of <paramref name="step"/>, or of something around it, is one of many still after it has ended.
    /// The first is the state itself.
    /// </summary>
    public static IEnumerable<WorkflowState> WithManyKept(WorkflowState state, int step)
    {
        List<StepState> many = HasTwins(state) ? new Forms(state).OneOfMany(step) : [];
        for (int set = 0; set < 1 << many.Count; set++)
        {
            WorkflowState kept = set == 0 ? state : state.Copy();
            for (int at = 0; at < many.Count; at++)
            {
                if ((set & (1 << at)) != 0)
                {
                    Double(kept, many[at].Id, many[at].Parent);
                }
            }

            yield return kept;
        }
    }

    /// <summary>Whether one step runs twice in the same place.</summary>
    private static bool HasTwins(WorkflowState state)
    {
        HashSet<(int?, string)> seen = [];
        return state.Steps.Exists(step => !seen.Add((step.Parent, step.ActivityId)));
    }

    private static void Double(WorkflowState state, int id, int? parent)
    {
        StepState step = state.Steps.Find(one => one.Id == id)!;
        StepState twin = new()
        {
            Id = ++state.LastId,
            Parent = parent,
            ActivityId = step.ActivityId,
            Status = step.Status,
            Memory = (JsonObject?)step.Memory?.DeepClone(),
        };
        state.Steps.Add(twin);
        foreach (WaitState wait in state.Waits.Where(wait => wait.Step == id).ToArray())
        {
            state.Waits.Add(wait with { Id = ++state.LastId, Step = twin.Id });
        }

        foreach (StepState inner in state.Steps.Where(one => one.Parent == id).ToArray())
        {
            Double(state, inner.Id, twin.Id);
        }
    }

    private sealed class Forms
    {
        private readonly WorkflowState _state;
        private readonly Dictionary<int, string> _forms = [];

        public Forms(WorkflowState state)
        {
            _state = state;
            for (int at = state.Steps.Count - 1; at >= 0; at--)
            {
                FormOf(state.Steps[at]);
            }
        }

        public void DropBeyondMany()
        {
            if (!HasTwins(_state))
            {
                return;
            }

            StepState[] beyond =
            [
                .. _state
                    .Steps.GroupBy(step => (step.Parent, _forms[step.Id]))
                    .SelectMany(alike => alike.Skip(Many)),
            ];
            foreach (StepState step in beyond)
            {
                Drop(step);
            }

            if (beyond.Length > 0)
            {
                // What is around has another form now.
                _forms.Clear();
                foreach (StepState step in _state.Steps)
                {
                    FormOf(step);
                }
            }
        }

        public List<StepState> OneOfMany(int id)
        {
            List<StepState> many = [];
            for (StepState? at = Find(id); at is not null; at = Find(at.Parent))
            {
                StepState here = at;
                if (
                    _state.Steps.Exists(other =>
                        other != here
                        && other.Parent == here.Parent
                        && _forms[other.Id] == _forms[here.Id]
                    )
                )
                {
                    many.Add(here);
                }
            }

            return many;
        }

        public string Write(ulong holds)
        {
            StringBuilder text = new();
            text.Append((int)_state.SubStatus).Append('|').Append(holds).Append('|');
            text.Append(_state.TriggeredBy).Append('|');
            foreach (
                string form in _state
                    .Steps.Where(step => step.Parent is null)
                    .Select(step => _forms[step.Id])
                    .Order(StringComparer.Ordinal)
            )
            {
                text.Append(form);
            }

            return text.ToString();
        }

        private string FormOf(StepState step)
        {
            if (_forms.TryGetValue(step.Id, out string? known))
            {
                return known;
            }

            StringBuilder form = new();
            form.Append(step.ActivityId).Append('\u0001').Append((int)step.Status);
            if (step.Status == StepStatus.Scheduled)
            {
                form.Append('@')
                    .Append(_state.Queue.IndexOf(step.Id).ToString(CultureInfo.InvariantCulture));
            }

            form.Append(_state.Waits.Exists(wait => wait.Step == step.Id) ? 'w' : '-');
            form.Append(_state.Effects.Exists(effect => effect.Step == step.Id) ? 'e' : '-');
            if (step.Memory?.Count > 0)
            {
                form.Append(step.Memory.ToJsonString());
            }

            form.Append('(');
            foreach (
                string inner in _state
                    .Steps.Where(other => other.Parent == step.Id)
                    .Select(FormOf)
                    .Order(StringComparer.Ordinal)
            )
            {
                form.Append(inner);
            }

            return _forms[step.Id] = form.Append(')').ToString();
        }

        private void Drop(StepState step)
        {
            foreach (StepState inner in _state.Steps.Where(one => one.Parent == step.Id).ToArray())
            {
                Drop(inner);
            }

            _state.Steps.Remove(step);
            _state.Waits.RemoveAll(wait => wait.Step == step.Id);
            _state.Effects.RemoveAll(effect => effect.Step == step.Id);
            _state.Queue.Remove(step.Id);
        }

        private StepState? Find(int? id) =>
            id is null ? null : _state.Steps.Find(step => step.Id == id);
    }
}
