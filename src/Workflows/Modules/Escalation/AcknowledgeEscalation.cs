using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Escalation;

/// <summary>Whoever is asked says that it has arrived and is being looked at.</summary>
public sealed class AcknowledgeEscalation(Acts acts, StageOwing owing)
{
    public Task<Result<EscalationAnswer>> HandleAsync(
        ActCaller caller,
        string challengeId,
        CancellationToken cancellation = default
    ) =>
        StageAct.RunAsync(
            acts,
            "escalation.acknowledge",
            caller,
            challengeId,
            async (act, challenge, stage) =>
            {
                if (stage.State != StageStates.AwaitingAnswer)
                {
                    return EscalationRefusals.NotAwaited;
                }

                await act.Db.SaveChangesAsync();
                bool already = await act
                    .Db.Set<ChallengeEntry>()
                    .AnyAsync(entry =>
                        entry.ChallengeId == challenge.Id
                        && entry.Stage == stage.Number
                        && entry.Kind == EntryKinds.Acknowledgement
                    );
                if (already)
                {
                    return EscalationRefusals.Acknowledged;
                }

                await owing.DoneAsync(act, challenge, StageDuties.Acknowledge);
                EscalationWorkflow.Say(act, challenge, EntryKinds.Acknowledgement, null);
                await EscalationNotices.SaidAsync(act, challenge, EntryKinds.Acknowledgement);
                return null;
            },
            cancellation
        );
}
