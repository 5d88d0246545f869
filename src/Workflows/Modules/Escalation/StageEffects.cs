using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.Escalation;

/// <summary>The workflow climbs: the next stage opens, or, after the last one, the challenge ends unresolved.</summary>
public sealed class OpenStageEffect : IEffectHandler
{
    public string Kind => EscalationWords.OpenStage;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        ProfessionalChallenge challenge = await EscalationPlace.LoadAsync(act, context.Subject.Id);
        EscalationStage? stage = await StageOwing.OpenNextAsync(
            act,
            challenge,
            await EscalationPlace.LadderAsync(act.Db, challenge)
        );
        await act.Db.SaveChangesAsync();
        return stage is null
            ? new JsonObject { ["ended"] = true }
            : new JsonObject { ["stage"] = stage.Number };
    }
}

/// <summary>Somebody is asked for what a stage owes: asks, a clock with its receipt, and the timers to wait on.</summary>
public sealed class OpenStageDuty(StageOwing owing) : IEffectHandler
{
    public string Kind => EscalationWords.OpenDuty;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        ProfessionalChallenge challenge = await EscalationPlace.LoadAsync(act, context.Subject.Id);
        string what = payload["what"]!.GetValue<string>();
        int[] reminders =
        [
            .. payload["reminderWorkingDays"]!.AsArray().Select(days => days!.GetValue<int>()),
        ];
        ClockLimit? limit = (int?)payload["workingDays"] is { } days
            ? ClockLimit.WorkingDays(days)
            : null;
        StageDuty? duty = await owing.OpenAsync(act, challenge, what, limit, reminders);
        if (duty is null)
        {
            return new JsonObject { ["none"] = true };
        }

        EscalationStage stage = await EscalationPlace.StageAsync(act, challenge);
        stage.State = what switch
        {
            StageDuties.Meet => StageStates.AwaitingMeeting,
            StageDuties.Confirm => StageStates.AwaitingConfirmation,
            StageDuties.Satisfy => StageStates.AwaitingRaiser,
            _ => StageStates.AwaitingAnswer,
        };
        Clock clock = (await act.Db.Set<Clock>().FindAsync(duty.ClockId))!;
        JsonObject answer = new() { ["duty"] = duty.Id, ["timers"] = ClockAnswers.Timers(clock) };
        if (what == StageDuties.Respond)
        {
            await AlsoAcknowledgeAsync(act, challenge, answer);
            await EscalationNotices.StageOpenedAsync(
                act,
                challenge,
                await EscalationPlace.LadderAsync(act.Db, challenge),
                stage,
                clock.DueAt
            );
        }

        return answer;
    }

    /// <summary>Both run from receipt; the missed acknowledgement is flagged by the same step that waits for the answer.</summary>
    private async Task AlsoAcknowledgeAsync(
        Act act,
        ProfessionalChallenge challenge,
        JsonObject answer
    )
    {
        if (
            await owing.OpenAsync(act, challenge, StageDuties.Acknowledge, null, []) is
            { } acknowledge
        )
        {
            Clock clock = (await act.Db.Set<Clock>().FindAsync(acknowledge.ClockId))!;
            answer["acknowledge"] = new JsonObject
            {
                ["duty"] = acknowledge.Id,
                ["timers"] = ClockAnswers.Timers(clock),
            };
        }
    }
}

/// <summary>Reminds whoever owes it, on working days only.</summary>
public sealed class RemindOfEscalation(RunningClocks clocks) : IEffectHandler
{
    public string Kind => EscalationWords.Remind;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        StageDuty? duty = await act
            .Db.Set<StageDuty>()
            .FindAsync(payload["duty"]!.GetValue<string>());
        if (duty is not { State: DutyStates.Open })
        {
            return (JsonObject?)null;
        }

        return await ClockAnswers.RemindAsync(
            clocks,
            act,
            duty.ClockId,
            payload,
            async clock =>
            {
                ProfessionalChallenge challenge = await EscalationPlace.LoadAsync(
                    act,
                    context.Subject.Id
                );
                await EscalationNotices.RemindAsync(
                    act,
                    challenge,
                    await EscalationPlace.StageAsync(act, challenge),
                    duty,
                    clock.DueAt
                );
            }
        );
    }
}

/// <summary>
/// A limit has passed. To answer, to meet and to confirm: the challenge moves on, and what comes next counts as received on the due date
/// itself, however late the host was. To acknowledge, or for the raiser to say whether they are satisfied: it is flagged and waits on.
/// </summary>
public sealed class EscalationLimitPassed(StageOwing owing) : IEffectHandler
{
    public string Kind => EscalationWords.LimitPassed;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        StageDuty? duty = await act
            .Db.Set<StageDuty>()
            .FindAsync(payload["duty"]!.GetValue<string>());
        if (duty is not { State: DutyStates.Open })
        {
            return new JsonObject { ["late"] = true };
        }

        ProfessionalChallenge challenge = await EscalationPlace.LoadAsync(act, duty.ChallengeId);
        bool movesOn = duty.What is not (StageDuties.Acknowledge or StageDuties.Satisfy);
        if (!await owing.PassAsync(act, challenge, duty, movesOn))
        {
            return await ClockAnswers.MovedOnAsync(act, duty.ClockId);
        }

        Clock clock = (await act.Db.Set<Clock>().FindAsync(duty.ClockId))!;
        if (movesOn)
        {
            await owing.CancelOpenAsync(
                act,
                challenge.Id,
                StageDuties.Acknowledge,
                "The limit to answer passed"
            );
        }

        await EscalationNotices.LateAsync(
            act,
            challenge,
            await EscalationPlace.StageAsync(act, challenge),
            duty,
            clock.DueAt
        );
        act.AlsoRecord(
            "escalation.limit-passed",
            challenge.Subject,
            new
            {
                duty.What,
                duty.Stage,
                due = clock.DueAt,
            }
        );
        return new JsonObject { ["late"] = true };
    }
}

/// <summary>The step that waited was cancelled: the challenge has ended otherwise.</summary>
public sealed class CancelStageDuty(StageOwing owing) : IEffectHandler
{
    public string Kind => EscalationWords.CancelDuty;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        foreach (
            string what in (string[])[payload["what"]!.GetValue<string>(), StageDuties.Acknowledge]
        )
        {
            await owing.CancelOpenAsync(act, context.Subject.Id, what, "It is no longer needed");
        }

        return (JsonObject?)null;
    }
}
