using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Engine.Interpreter;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Instances;

/// <content>
/// Parents and children: a child's end is told to the parent that waits for it, and a parent that is cancelled cancels its
/// children, all in the act that brings it about.
/// </content>
public sealed partial class WorkflowRunner
{
    /// <summary>Starts a child, or only prepares it to run once its parent has come to rest. Answers where it stands.</summary>
    internal async Task<Result<JsonObject>> StartChildAsync(
        Act act,
        StartWorkflow start,
        bool atOnce
    )
    {
        Turns turns = OpenInstances.Of(act).Turns;
        if (atOnce && turns.Depth >= Turns.MaxDepth)
        {
            return Refused($"Workflows run one another more than {Turns.MaxDepth} deep.");
        }

        Result<OpenInstance> prepared = await PrepareAsync(act, start);
        if (prepared.IsRefused)
        {
            return Refused(InWords(start.DefinitionId, prepared.Refusal));
        }

        OpenInstance child = prepared.Value;
        if (!atOnce)
        {
            turns.Add(async later => child.HasBegun ? null : await BeginAsync(later, child, start));
            return Describe(child.Row, child.State);
        }

        Refusal? refusal = await BeginAsync(act, child, start);
        return refusal is null ? Describe(child.Row, child.State) : refusal;
    }

    /// <summary>Where a child stands, to a parent that is locked: what the child does next waits for that lock.</summary>
    internal static async Task<JsonObject> FindChildAsync(Act act, string childId)
    {
        if (OpenInstances.Of(act).Find(childId) is { } open)
        {
            return Describe(open.Row, open.State);
        }

        WorkflowInstance? row = await act
            .Db.Set<WorkflowInstance>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == childId);
        return row is null
            ? Refused($"There is no workflow instance {childId}.")
            : Describe(row, StateJson.Read(row.State));
    }

    private void LookToFamily(
        Turns turns,
        OpenInstance instance,
        WorkflowSubStatus before,
        EngineStimulus stimulus
    )
    {
        WorkflowInstance row = instance.Row;
        WorkflowState state = instance.State;
        if (stimulus is EngineStimulus.Cancel)
        {
            turns.Add(later => CancelChildrenAsync(later, row.Id));
        }

        if (row.ParentId is { } parent && state.Status == WorkflowStatus.Finished)
        {
            turns.Add(later => TellParentAsync(later, parent, row.Id));
        }

        bool wasMended =
            before == WorkflowSubStatus.Faulted
            || stimulus is EngineStimulus.Retry or EngineStimulus.Skip;
        if (wasMended && state.SubStatus == WorkflowSubStatus.Suspended)
        {
            // Nothing came to what a fault held; its children may have ended meanwhile.
            foreach (
                WaitState wait in state.Waits.Where(one =>
                    ChildEffects.IsWaitForChild(one.Stimulus)
                )
            )
            {
                turns.Add(later => TellParentAsync(later, row.Id, wait.Key));
            }
        }
    }

    private async Task<Refusal?> TellParentAsync(Act act, string parentId, string childId)
    {
        OpenInstance? parent = await OpenAsync(act, parentId);
        WaitState? wait = parent?.State.Waits.Find(one =>
            one.Key == childId && ChildEffects.IsWaitForChild(one.Stimulus)
        );
        if (wait is null || !parent!.Awaits(wait.Id))
        {
            return null;
        }

        JsonObject child = await FindChildAsync(act, childId);
        return child["status"]?.GetValue<string>() == nameof(WorkflowStatus.Finished)
            ? await RunAsync(act, parent, new EngineStimulus.Occurred(wait.Id, child))
            : null;
    }

    private async Task<Refusal?> CancelChildrenAsync(Act act, string parentId)
    {
        List<string> saved = await act
            .Db.Set<WorkflowInstance>()
            .AsNoTracking()
            .Where(row => row.ParentId == parentId)
            .Select(row => row.Id)
            .ToListAsync();
        IEnumerable<string> unsaved = act
            .Db.Set<WorkflowInstance>()
            .Local.Where(row => row.ParentId == parentId)
            .Select(row => row.Id);
        foreach (string child in saved.Union(unsaved).Order(StringComparer.Ordinal).ToArray())
        {
            string reason = $"The workflow {parentId} that started it was cancelled.";
            if (await CancelIfOpenAsync(act, child, reason) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private async Task<Refusal?> CancelIfOpenAsync(Act act, string instanceId, string reason)
    {
        Refusal? refusal = (await CancelAsync(act, instanceId, reason)).Refusal;
        return refusal?.Code == EngineRefusals.InstanceOver.Code ? null : refusal;
    }

    private static JsonObject Describe(WorkflowInstance row, WorkflowState state) =>
        new()
        {
            [ChildEffects.Child] = row.Id,
            ["definition"] = row.DefinitionId,
            ["version"] = row.DefinitionVersionId,
            ["correlation"] = state.CorrelationId,
            ["status"] = state.Status.ToString(),
            ["subStatus"] = state.SubStatus.ToString(),
            ["output"] = new JsonObject(
                (state.Results ?? []).Select(one =>
                    KeyValuePair.Create(one.Key, one.Value?.DeepClone())
                )
            ),
            ["incident"] =
                state.SubStatus == WorkflowSubStatus.Faulted
                    ? state.Incidents.LastOrDefault()?.Message
                    : null,
        };

    private static JsonObject Refused(string why) => new() { [ChildEffects.Refused] = why };

    private static string InWords(string definitionId, Refusal refusal) =>
        refusal.Errors is { Count: > 0 } errors
            ? $"The workflow {definitionId} cannot be started: "
                + string.Join(
                    " ",
                    errors.Select(error => $"{error.Key}: {string.Join(" ", error.Value)}")
                )
            : refusal.Message;
}
