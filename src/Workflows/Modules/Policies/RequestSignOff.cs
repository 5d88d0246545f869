using Governance.Contracts;
using Governance.Engine;
using Governance.Engine.Instances;
using Governance.Modules.Consultation;
using Governance.Modules.SignOff;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>
/// Somebody asks for sign-off of the newest version. What follows is the workflow's matter; in the framework as installed it
/// opens the round in the same act.
/// </summary>
public sealed class RequestSignOff(Acts acts, WorkflowRunner workflows)
{
    public Task<Result<SignOffRequested>> HandleAsync(
        ActCaller caller,
        string policyId,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<SignOffRequested>
            {
                Name = "policy.request-sign-off",
                Caller = caller,
                Permission = PoliciesPermissions.Steer,
                Locate = act => PolicyPlace.LocateAsync(act, policyId),
                Decide = act => DecideAsync(act, policyId),
            },
            cancellation
        );

    private async Task<Result<SignOffRequested>> DecideAsync(Act act, string policyId)
    {
        (Policy policy, PolicyVersion newest) = await PolicyPlace.LoadAsync(act, policyId);
        if (PoliciesPermissions.CheckGroup(act, policy.GroupId, chairOnly: true) is { } notYours)
        {
            return notYours;
        }

        if (policy.State == PolicyStates.Withdrawn)
        {
            return PoliciesRefusals.Withdrawn;
        }

        if (policy.PublishedVersion == newest.Number)
        {
            return PoliciesRefusals.NothingToSign;
        }

        if (await PolicyTexts.RecomputeAsync(act.Db, policy.Id, newest.Number) != newest.Hash)
        {
            return PoliciesRefusals.IntegrityAlarm;
        }

        SignOffRound? before = await RoundStore.FindLatestAsync(
            act.Db,
            PoliciesWords.Policy,
            policy.Id
        );
        if (before?.IsOpen == true)
        {
            return SignOffRefusals.RoundOpen;
        }

        if (
            await SignOffReadiness.CheckAsync(act.Db, PoliciesWords.Policy, policy.Id) is
            { } unready
        )
        {
            return unready;
        }

        act.Payload = new { version = newest.Number, newest.Hash };
        Result<int> resumed = await workflows.StimulateAsync(
            act,
            PoliciesWords.SignOffRequested,
            policy.Id
        );
        if (resumed.IsRefused)
        {
            return resumed.Refusal;
        }

        if (resumed.Value == 0)
        {
            return EngineRefusals.NotAwaited;
        }

        await act.Db.SaveChangesAsync();
        SignOffRound? round = await RoundStore.FindLatestAsync(
            act.Db,
            PoliciesWords.Policy,
            policy.Id
        );
        return new SignOffRequested(
            round is not null && round.Number != before?.Number
                ? await SignOffBook.AnswerAsync(act.Db, round)
                : null,
            policy.State
        );
    }
}
