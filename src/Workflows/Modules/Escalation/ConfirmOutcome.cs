using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Storage;

namespace Governance.Modules.Escalation;

/// <summary>The outcome of a stage is confirmed in writing.</summary>
public sealed class ConfirmOutcome(Acts acts, WorkflowRunner workflows, StageOwing owing)
{
    public Task<Result<EscalationAnswer>> HandleAsync(
        ActCaller caller,
        string challengeId,
        EscalationTextBody body,
        CancellationToken cancellation = default
    ) =>
        StageAct.RunAsync(
            acts,
            "escalation.confirm",
            caller,
            challengeId,
            async (act, challenge, stage) =>
            {
                Result<string> text = StageAct.Text(
                    act,
                    body.Text,
                    "text",
                    body.Checked,
                    "Write the outcome as it was agreed."
                );
                if (text.IsRefused)
                {
                    return text.Refusal;
                }

                if (stage.State != StageStates.AwaitingConfirmation)
                {
                    return EscalationRefusals.NotAwaited;
                }

                if (!await owing.DoneAsync(act, challenge, StageDuties.Confirm))
                {
                    return EscalationRefusals.LimitPassed;
                }

                EscalationWorkflow.Say(act, challenge, EntryKinds.Confirmation, text.Value);
                challenge.NextReceivedAt = act.Now;
                challenge.NextIsEscalated = false;
                await EscalationNotices.SaidAsync(act, challenge, EntryKinds.Confirmation);
                return await EscalationWorkflow.SendAsync(
                    act,
                    workflows,
                    challenge,
                    EscalationWords.Confirmed
                );
            },
            cancellation
        );
}
