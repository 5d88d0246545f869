using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Instances;
using Governance.Storage;

namespace Governance.Modules.Cases;

/// <summary>
/// Ends an instance: every open step is cancelled and closes what it had opened. What the modules hold about the subject stays as
/// it is; <c>reconcile</c> says when it is left without a workflow.
/// </summary>
public sealed class CancelInstance(
    Acts acts,
    WorkflowRunner runner,
    InstanceLocks locks,
    KeptInstances kept
)
{
    public Task<Result<InstanceMended>> HandleAsync(
        ActCaller caller,
        string instanceId,
        CancelInstanceBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<InstanceMended>
            {
                Name = "instance.cancel",
                Caller = caller,
                Permission = CasesPermissions.Operate,
                Locate = act => InstancePlace.LocateAsync(act, locks, instanceId),
                Decide = act => DecideAsync(act, instanceId, body),
            },
            cancellation
        );

    private async Task<Result<InstanceMended>> DecideAsync(
        Act act,
        string instanceId,
        CancelInstanceBody body
    )
    {
        if ((kept.Check(act.Subject.Type) ?? InstancePlace.CheckReason(body.Reason)) is { } refusal)
        {
            return refusal;
        }

        Result<Done> cancelled = await runner.CancelAsync(act, instanceId, body.Reason!);
        if (cancelled.IsRefused)
        {
            return cancelled.Refusal;
        }

        act.Payload = new { instance = instanceId, body.Reason };
        await CasesNotices.TellAsync(
            act,
            instanceId,
            "instance.cancelled",
            "A workflow was cancelled"
        );
        return await InstancePlace.AnswerAsync(act, instanceId, []);
    }
}
