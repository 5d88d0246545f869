using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Storage;

namespace Governance.Modules.Escalation;

/// <summary>Whoever is asked answers, in time. After the limit the challenge has moved on, whether or not a host has noticed.</summary>
public sealed class AnswerEscalation(Acts acts, WorkflowRunner workflows, StageOwing owing)
{
    public Task<Result<EscalationAnswer>> HandleAsync(
        ActCaller caller,
        string challengeId,
        EscalationTextBody body,
        CancellationToken cancellation = default
    ) =>
        StageAct.RunAsync(
            acts,
            "escalation.answer",
            caller,
            challengeId,
            async (act, challenge, stage) =>
            {
                Result<string> text = StageAct.Text(
                    act,
                    body.Text,
                    "text",
                    body.Checked,
                    "Write what was decided or will be done, and why."
                );
                if (text.IsRefused)
                {
                    return text.Refusal;
                }

                if (stage.State != StageStates.AwaitingAnswer)
                {
                    return EscalationRefusals.NotAwaited;
                }

                if (!await owing.DoneAsync(act, challenge, StageDuties.Respond))
                {
                    return EscalationRefusals.LimitPassed;
                }

                // An answer acknowledges, too.
                await owing.DoneAsync(act, challenge, StageDuties.Acknowledge);
                EscalationWorkflow.Say(act, challenge, EntryKinds.Answer, text.Value);
                challenge.NextReceivedAt = act.Now;
                challenge.NextIsEscalated = false;
                await EscalationNotices.SaidAsync(act, challenge, EntryKinds.Answer);
                return await EscalationWorkflow.SendAsync(
                    act,
                    workflows,
                    challenge,
                    EscalationWords.Answered
                );
            },
            cancellation
        );
}
