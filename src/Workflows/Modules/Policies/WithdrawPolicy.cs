using Governance.Contracts;
using Governance.Engine;
using Governance.Engine.Instances;
using Governance.Modules.Asks;
using Governance.Modules.Consultation;
using Governance.Modules.Notices;
using Governance.Modules.SignOff;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>Somebody withdraws a policy for good, with a reason: it leaves the library, its round lapses, its workflow ends.</summary>
public sealed class WithdrawPolicy(
    Acts acts,
    WorkflowRunner workflows,
    EndRound rounds,
    WindowStore consultations,
    PolicyEvents events
)
{
    public Task<Result<PolicySaved>> HandleAsync(
        ActCaller caller,
        string policyId,
        WithdrawPolicyBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<PolicySaved>
            {
                Name = "policy.withdraw",
                Caller = caller,
                Permission = PoliciesPermissions.Steer,
                Locate = act => PolicyPlace.LocateAsync(act, policyId),
                Decide = act => DecideAsync(act, policyId, body),
            },
            cancellation
        );

    private async Task<Result<PolicySaved>> DecideAsync(
        Act act,
        string policyId,
        WithdrawPolicyBody body
    )
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

        if (string.IsNullOrWhiteSpace(body.Reason) || body.Reason.Length > DraftRules.MostReason)
        {
            return PoliciesRefusals.ReasonNeeded;
        }

        policy.State = PolicyStates.Withdrawn;
        policy.WithdrawnAt = act.Now;
        policy.WithdrawalReason = body.Reason.Trim();
        policy.Changed(act.Now);
        act.Payload = new { reason = policy.WithdrawalReason };
        Result<int> resumed = await workflows.StimulateAsync(
            act,
            PoliciesWords.Withdrawn,
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
        await rounds.LapseAsync(
            act,
            PoliciesWords.Policy,
            policy.Id,
            "The policy was withdrawn.",
            "The policy was withdrawn."
        );
        await consultations.EndAllAsync(
            act,
            PoliciesWords.Policy,
            policy.Id,
            "The policy was withdrawn."
        );
        await AskBook.CancelAllAsync(
            act,
            new SubjectRef(PoliciesWords.Policy, policy.Id),
            "The policy was withdrawn."
        );
        await events.RaiseAsync(act, new PolicyWithdrawn(policy));
        await NoticeBoard.TellAsync(act, PolicyNotices.Withdrawn(policy, newest.Hash));
        return PolicyAnswersFor.Saved(policy, newest.Hash, changed: false);
    }
}
