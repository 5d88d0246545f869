using System.Text.Json;
using Governance.Engine.Interpreter;
using Governance.Storage;

namespace Governance.Engine.Instances;

/// <summary>Writes an instance's history: most of the rows of most acts, each once and for ever (<see cref="WorkflowStep"/>).</summary>
internal static class HistoryRows
{
    private static readonly AppendedRows Steps = new(
        "WorkflowStep",
        nameof(WorkflowStep.InstanceId),
        nameof(WorkflowStep.Number),
        nameof(WorkflowStep.At),
        nameof(WorkflowStep.Event),
        nameof(WorkflowStep.Step),
        nameof(WorkflowStep.ActivityId),
        nameof(WorkflowStep.ActivityType),
        nameof(WorkflowStep.Outcomes),
        nameof(WorkflowStep.Data)
    );

    public static Task AddAsync(Act act, string instanceId, IReadOnlyList<HistoryEntry> history) =>
        Steps.WriteAsync(
            act.Db,
            [
                .. history.Select(entry =>
                    (object?[])
                        [
                            instanceId,
                            entry.Number,
                            entry.At,
                            entry.Event,
                            entry.Step,
                            entry.ActivityId,
                            entry.ActivityType,
                            entry.Outcomes is null
                                ? null
                                : JsonSerializer.Serialize(entry.Outcomes),
                            entry.Data?.ToJsonString(),
                        ]
                ),
            ]
        );
}
