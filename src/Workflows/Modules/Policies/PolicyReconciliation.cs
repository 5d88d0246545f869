using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Modules.Consultation;
using Governance.Modules.SignOff;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>
/// Every policy that is not withdrawn has one live instance, none that is withdrawn has; one in sign-off has an open round and
/// one with an open round is in sign-off; one in consultation has an open consultation, and the other way round.
/// </summary>
public sealed class PolicyReconciliation : IReconcile
{
    public async Task<IReadOnlyList<Drift>> CheckAsync(
        GovernanceDb db,
        CancellationToken cancellation
    )
    {
        var found = await db.Set<Policy>()
            .OrderBy(policy => policy.Id)
            .Select(policy => new
            {
                policy.Id,
                policy.PartnershipId,
                policy.State,
                Alarm = policy.IntegrityAlarmAt != null,
                Live = db.Set<WorkflowInstance>()
                    .Count(instance =>
                        instance.SubjectType == PoliciesWords.Policy
                        && instance.SubjectId == policy.Id
                        && instance.ParentId == null
                        && instance.Status == WorkflowStatus.Running
                    ),
                Consultations = db.Set<ConsultationWindow>()
                    .Count(window =>
                        window.SubjectType == PoliciesWords.Policy
                        && window.SubjectId == policy.Id
                        && window.State == ConsultationStates.Open
                    ),
                Rounds = db.Set<SignOffRound>()
                    .Count(round =>
                        round.SubjectType == PoliciesWords.Policy
                        && round.SubjectId == policy.Id
                        && round.State == RoundStates.Open
                    ),
            })
            .ToListAsync(cancellation);
        List<Drift> drifts = [];
        foreach (var policy in found)
        {
            SubjectRef subject = new(PoliciesWords.Policy, policy.Id);
            bool isOver = policy.State == PolicyStates.Withdrawn;
            if (policy.Live != (isOver ? 0 : 1))
            {
                drifts.Add(
                    new Drift(
                        "policy.instances",
                        policy.PartnershipId,
                        subject,
                        $"A policy in the state {policy.State} has {policy.Live} live instances."
                    )
                );
            }

            if (!policy.Alarm && policy.Rounds != (policy.State == PolicyStates.SignOff ? 1 : 0))
            {
                drifts.Add(
                    new Drift(
                        "policy.rounds",
                        policy.PartnershipId,
                        subject,
                        $"A policy in the state {policy.State} has {policy.Rounds} open rounds."
                    )
                );
            }

            if (policy.Consultations != (policy.State == PolicyStates.Consultation ? 1 : 0))
            {
                drifts.Add(
                    new Drift(
                        "policy.consultations",
                        policy.PartnershipId,
                        subject,
                        $"A policy in the state {policy.State} has {policy.Consultations} open consultations."
                    )
                );
            }
        }

        return drifts;
    }
}
