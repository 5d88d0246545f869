using Governance.Modules.Consultation;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>The texts of policies as consultation sees them: the newest version, with its hash computed anew.</summary>
public sealed class PolicyConsultations : IConsultationSubject
{
    public string Type => PoliciesWords.Policy;

    public string Requested => PoliciesWords.ConsultationRequested;

    public Task<ActPlace?> LocateAsync(Act act, string id) => PolicyPlace.LocateAsync(act, id);

    public async Task<ConsultationText?> LoadAsync(GovernanceDb db, string id)
    {
        Policy? policy = await db.Set<Policy>().FindAsync(id);
        if (policy is null)
        {
            return null;
        }

        PolicyVersion newest = (await PolicyTexts.FindVersionAsync(db, id, policy.NewestVersion))!;
        return new ConsultationText(
            policy.PartnershipId,
            newest.Title,
            newest.Number,
            await PolicyTexts.RecomputeAsync(db, id, newest.Number),
            newest.Hash,
            policy.GroupId,
            PhaseOf(policy),
            policy.State,
            policy.InForce
        );
    }

    public Task ConsultationChangedAsync(Act act, ConsultationWindow window)
    {
        Policy? policy = act.Db.Set<Policy>().Local.FirstOrDefault(p => p.Id == window.SubjectId);
        if (policy is not null && policy.State != PolicyStates.Withdrawn)
        {
            policy.State = window.IsOpen ? PolicyStates.Consultation : PolicyStates.Revision;
            policy.Changed(act.Now);
        }

        return Task.CompletedTask;
    }

    private static ConsultationPhase PhaseOf(Policy policy) =>
        policy.State switch
        {
            PolicyStates.SignOff => ConsultationPhase.SignOff,
            PolicyStates.Withdrawn => ConsultationPhase.Over,
            _ => policy.NewestVersion == policy.PublishedVersion
                ? ConsultationPhase.InForce
                : ConsultationPhase.BeforeSignOff,
        };
}
