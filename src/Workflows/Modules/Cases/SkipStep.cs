using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Instances;
using Governance.Storage;

namespace Governance.Modules.Cases;

/// <summary>
/// Ends a step that has failed as if it had left by an outcome, and goes on from there. It decides only what happens next: a rule
/// that a later step meets (three signatures before publication, for example) holds as ever.
/// </summary>
public sealed class SkipStep(
    Acts acts,
    WorkflowRunner runner,
    InstanceLocks locks,
    KeptInstances kept
)
{
    public Task<Result<InstanceMended>> HandleAsync(
        ActCaller caller,
        string instanceId,
        SkipStepBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<InstanceMended>
            {
                Name = "instance.skip",
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
        SkipStepBody body
    )
    {
        if ((kept.Check(act.Subject.Type) ?? InstancePlace.CheckReason(body.Reason)) is { } refusal)
        {
            return refusal;
        }

        Result<WorkflowIncident> skipped = await runner.SkipAsync(
            act,
            instanceId,
            body.Incident,
            body.Outcome,
            body.Reason!
        );
        if (skipped.IsRefused)
        {
            return skipped.Refusal;
        }

        act.Payload = new
        {
            instance = instanceId,
            incident = skipped.Value.Id,
            activity = skipped.Value.ActivityId,
            body.Outcome,
            body.Reason,
        };
        await CasesNotices.TellAsync(
            act,
            instanceId,
            "instance.skipped",
            "A step of a workflow was skipped"
        );
        return await InstancePlace.AnswerAsync(act, instanceId, [skipped.Value]);
    }
}
