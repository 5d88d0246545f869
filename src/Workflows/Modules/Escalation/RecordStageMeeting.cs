using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Calendars;
using Governance.Storage;

namespace Governance.Modules.Escalation;

/// <summary>The meeting of a stage was held.</summary>
public sealed class RecordStageMeeting(Acts acts, WorkflowRunner workflows, StageOwing owing)
{
    public Task<Result<EscalationAnswer>> HandleAsync(
        ActCaller caller,
        string challengeId,
        EscalationMeetingBody body,
        CancellationToken cancellation = default
    ) =>
        StageAct.RunAsync(
            acts,
            "escalation.meet",
            caller,
            challengeId,
            async (act, challenge, stage) =>
            {
                if (body.Held is null || body.Held > London.DateOf(act.Now))
                {
                    return Refusal.Invalid(
                        "held",
                        "Give the day on which you met, today at the latest."
                    );
                }

                Result<string> text = StageAct.Text(
                    act,
                    body.Text,
                    "text",
                    body.Checked,
                    "Write what the meeting came to."
                );
                if (text.IsRefused)
                {
                    return text.Refusal;
                }

                if (stage.State != StageStates.AwaitingMeeting)
                {
                    return EscalationRefusals.NotAwaited;
                }

                if (!await owing.DoneAsync(act, challenge, StageDuties.Meet))
                {
                    return EscalationRefusals.LimitPassed;
                }

                stage.ViaMeeting = true;
                EscalationWorkflow.Say(act, challenge, EntryKinds.Meeting, text.Value, body.Held);
                challenge.NextReceivedAt = act.Now;
                challenge.NextIsEscalated = false;
                await EscalationNotices.SaidAsync(act, challenge, EntryKinds.Meeting);
                return await EscalationWorkflow.SendAsync(
                    act,
                    workflows,
                    challenge,
                    EscalationWords.Met
                );
            },
            cancellation
        );
}
