using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>Somebody of the group writes down what was done or found.</summary>
public sealed class UpdateGroupTask(Acts acts)
{
    public Task<Result<GroupTaskAnswer>> HandleAsync(
        ActCaller caller,
        string taskId,
        TaskUpdateBody body,
        CancellationToken cancellation = default
    ) =>
        TaskAct.RunAsync(
            acts,
            "group-task.update",
            caller,
            taskId,
            (act, group, task) => DecideAsync(act, group, task, body),
            cancellation
        );

    private static Task<Refusal?> DecideAsync(
        Act act,
        TaskAndFinishGroup group,
        GroupTask task,
        TaskUpdateBody body
    )
    {
        Result<string> text = GroupRules.Required(
            body.Text,
            "text",
            "Write what was done or found."
        );
        if (text.IsRefused)
        {
            return Task.FromResult<Refusal?>(text.Refusal);
        }

        TaskLog.Add(act, task, TaskUpdateKinds.Note, text.Value);
        act.Payload = new
        {
            group = group.Id,
            task.Number,
            text = text.Value,
        };
        return Task.FromResult<Refusal?>(null);
    }
}
