using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Engine.Bookmarks;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Storage;

namespace Governance.Engine.Instances;

/// <summary>
/// One instance's stored history against what the same stimuli give now, entry by entry, and where they lead against the state,
/// the bookmarks and the timers that are stored. Pure. The moment of a timer that has a key is not compared: others may have moved
/// it since, and the history tells so only when the instance goes on.
/// </summary>
/// <param name="plan">Of the version that the instance began under.</param>
internal sealed class HistoryComparison(
    WorkflowInstance row,
    WorkflowPlan plan,
    Func<string, WorkflowPlan> planOf
)
{
    private readonly HistoryReplay _replay = new(plan, row.Id, planOf);
    private readonly Queue<HistoryEntry> _expected = [];
    private string? _difference;

    /// <summary>Nothing after the first difference is looked at.</summary>
    public void Take(HistoryEntry stored)
    {
        if (_difference is not null)
        {
            return;
        }

        if (_expected.Count == 0)
        {
            Replay(stored);
        }

        if (_difference is not null)
        {
            return;
        }

        if (!_expected.TryDequeue(out HistoryEntry? expected))
        {
            _difference = $"{Words(stored)} is stored, and a replay has nothing there.";
        }
        else if (!IsSame(stored, expected))
        {
            _difference =
                Words(stored) == Words(expected)
                    ? $"{Words(stored)} is stored with other facts than a replay gives."
                    : $"{Words(stored)} is stored, and a replay gives {Words(expected)}.";
        }
    }

    /// <summary>The first difference, in words; null when there is none.</summary>
    public string? Finish(
        IEnumerable<WorkflowBookmark> bookmarks,
        IEnumerable<WorkflowTimer> timers
    )
    {
        if (_difference is null && _expected.TryPeek(out HistoryEntry? missing))
        {
            _difference = $"The history ends, and a replay goes on with {Words(missing)}.";
        }

        return _difference ?? StateDifference() ?? RowDifference(bookmarks, timers);
    }

    private void Replay(HistoryEntry stored)
    {
        try
        {
            foreach (HistoryEntry next in _replay.Take(stored))
            {
                _expected.Enqueue(next);
            }
        }
        catch (Exception misfit) when (misfit is not OutOfMemoryException)
        {
            _difference = $"{Words(stored)} cannot have happened there: {misfit.Message}";
        }
    }

    private string? StateDifference()
    {
        string replayed = StateJson.Write(_replay.State);
        if (replayed == row.State)
        {
            return null;
        }

        JsonObject stored;
        try
        {
            stored = JsonNode.Parse(row.State)!.AsObject();
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return "The stored state cannot be read.";
        }

        JsonObject expected = JsonNode.Parse(replayed)!.AsObject();
        string[] differ =
        [
            .. stored
                .Select(one => one.Key)
                .Union(expected.Select(one => one.Key))
                .Where(name => !JsonNode.DeepEquals(stored[name], expected[name]))
                .Order(StringComparer.Ordinal),
        ];
        return differ.Length == 0
            ? null
            : $"After entry {_replay.State.LastEntry} the stored state differs in: {string.Join(", ", differ)}.";
    }

    private string? RowDifference(
        IEnumerable<WorkflowBookmark> bookmarks,
        IEnumerable<WorkflowTimer> timers
    )
    {
        WorkflowState state = _replay.State;
        if ((row.Status, row.SubStatus) != (state.Status, state.SubStatus))
        {
            return $"The instance's row says {row.SubStatus}, its history {state.SubStatus}.";
        }

        string[] waits =
        [
            .. state.Waits.Select(wait =>
                $"{wait.Id} {wait.ActivityId} {wait.Stimulus} {wait.Key}"
            ),
        ];
        string[] stored =
        [
            .. bookmarks.Select(one => $"{one.Wait} {one.ActivityId} {one.Stimulus} {one.Key}"),
        ];
        string[] running =
        [
            .. state.Timers.Select(timer =>
                $"{timer.Id} {timer.ActivityId} {timer.Name} {timer.Key ?? $"{Moments.WholeMilliseconds(timer.Due):O}"}"
            ),
        ];
        string[] kept =
        [
            .. timers.Select(one =>
                $"{one.Number} {one.ActivityId} {one.Name} {one.Key ?? $"{one.DueAt:O}"}"
            ),
        ];
        return Unlike("bookmark", stored, waits) ?? Unlike("timer", kept, running);
    }

    private static string? Unlike(string what, string[] stored, string[] replayed) =>
        replayed.Except(stored).Order(StringComparer.Ordinal).FirstOrDefault() is { } missing
            ? $"By its history it has the {what} {missing}, which is not stored."
        : stored.Except(replayed).Order(StringComparer.Ordinal).FirstOrDefault() is { } extra
            ? $"The {what} {extra} is stored, and its history has none such."
        : null;

    private static bool IsSame(HistoryEntry stored, HistoryEntry replayed) =>
        stored with
        {
            Outcomes = null,
            Data = null,
        } == replayed with { Outcomes = null, Data = null }
        && (stored.Outcomes ?? []).SequenceEqual(replayed.Outcomes ?? [])
        && (stored.Outcomes is null) == (replayed.Outcomes is null)
        && JsonNode.DeepEquals(stored.Data, replayed.Data);

    private static string Words(HistoryEntry entry) =>
        $"entry {entry.Number} ({entry.Event}{(entry.ActivityId is { } id ? $" {id}, step {entry.Step}" : "")})";
}
