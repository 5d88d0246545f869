using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Instances;
using Governance.Storage;

namespace Governance.Modules.Cases;

/// <summary>
/// Lets what has failed in an instance try again: steps, and timers that were parked. Nothing that was done before is done again;
/// what fails once more has a new incident.
/// </summary>
public sealed class RetryInstance(Acts acts, WorkflowRunner runner, InstanceLocks locks)
{
    public Task<Result<InstanceMended>> HandleAsync(
        ActCaller caller,
        string instanceId,
        RetryInstanceBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<InstanceMended>
            {
                Name = "instance.retry",
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
        RetryInstanceBody body
    )
    {
        if (InstancePlace.CheckReason(body.Reason) is { } refusal)
        {
            return refusal;
        }

        Result<IReadOnlyList<WorkflowIncident>> retried = await runner.RetryAsync(
            act,
            instanceId,
            body.Incident,
            body.Reason!
        );
        if (retried.IsRefused)
        {
            return retried.Refusal;
        }

        act.Payload = new
        {
            instance = instanceId,
            incidents = retried.Value.Select(one => new { one.Id, activity = one.ActivityId }),
            body.Reason,
        };
        await CasesNotices.TellAsync(act, instanceId, "instance.retried", "A workflow was retried");
        return await InstancePlace.AnswerAsync(act, instanceId, retried.Value);
    }
}
