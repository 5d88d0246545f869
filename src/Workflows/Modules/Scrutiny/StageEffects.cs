using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.Scrutiny;

/// <summary>The seat comes to a stage of its ladder: asks, clocks with their receipts, and the timers to wait on.</summary>
public sealed class OpenStage(ChallengeStages stages) : IEffectHandler
{
    public string Kind => ScrutinyWords.OpenStage;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        if (await EffectRows.FindAsync(act, context) is not var (challenge, addressee))
        {
            return Refusal.NotFound;
        }

        ChallengeStage? stage = await stages.OpenAsync(
            act,
            challenge,
            addressee,
            payload["stage"]!.GetValue<string>(),
            new StageLimits(
                (int?)payload["acknowledgeWorkingDays"],
                payload["workingDays"]!.GetValue<int>(),
                [.. payload["reminderWorkingDays"]!.AsArray().Select(days => days!.GetValue<int>())]
            )
        );
        if (stage is null)
        {
            return new JsonObject { ["nobody"] = true };
        }

        return new JsonObject
        {
            ["stage"] = stage.Id,
            [ScrutinyWords.Acknowledge] = await TimersAsync(act, stage.AcknowledgeClockId),
            [ScrutinyWords.Respond] = await TimersAsync(act, stage.RespondClockId),
        };
    }

    private static async Task<JsonArray> TimersAsync(Act act, string? clockId) =>
        ClockAnswers.Timers(clockId is null ? null : await act.Db.Set<Clock>().FindAsync(clockId));
}

/// <summary>Reminds whoever is asked, on working days only.</summary>
public sealed class RemindOfStage(RunningClocks clocks) : IEffectHandler
{
    public string Kind => ScrutinyWords.Remind;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        if (
            await EffectRows.FindAsync(act, context) is not var (challenge, addressee)
            || await EffectRows.StageAsync(act, payload) is not { IsOpen: true } stage
        )
        {
            return (JsonObject?)null;
        }

        string purpose = payload["purpose"]!.GetValue<string>();
        return await ClockAnswers.RemindAsync(
            clocks,
            act,
            EffectRows.ClockOf(stage, purpose),
            payload,
            clock =>
                ScrutinyNotices.RemindAsync(act, challenge, addressee, stage, purpose, clock.DueAt)
        );
    }
}

/// <summary>
/// A limit has passed. A missed acknowledgement is flagged and moves no stage. A missed answer ends the stage, and the next one counts
/// as received on the very limit, however late the host was (DESIGN §6).
/// </summary>
public sealed class StageLimitPassed(RunningClocks clocks, ChallengeStages stages) : IEffectHandler
{
    public string Kind => ScrutinyWords.LimitPassed;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        string purpose = payload["purpose"]!.GetValue<string>();
        JsonObject passed = new() { ["passed"] = purpose };
        if (
            await EffectRows.FindAsync(act, context) is not var (challenge, addressee)
            || await EffectRows.StageAsync(act, payload) is not { IsOpen: true } stage
        )
        {
            return passed;
        }

        string clockId = EffectRows.ClockOf(stage, purpose);
        if (!await clocks.ExpireAsync(act, clockId))
        {
            return await ClockAnswers.MovedOnAsync(act, clockId) ?? passed;
        }

        Clock clock = (await act.Db.Set<Clock>().FindAsync(clockId))!;
        await ScrutinyNotices.LateAsync(act, challenge, addressee, stage, purpose, clock.DueAt);
        act.AlsoRecord(
            purpose == ScrutinyWords.Acknowledge
                ? "challenge.acknowledgement-missed"
                : "challenge.limit-passed",
            new SubjectRef(ScrutinyWords.Challenge, challenge.Id),
            new
            {
                addressee.Seat,
                stage.Stage,
                due = clock.DueAt,
            }
        );
        if (purpose == ScrutinyWords.Acknowledge)
        {
            stage.AcknowledgementMissed = true;
            return passed;
        }

        await stages.EndAsync(act, stage, StageEnds.LimitPassed);
        addressee.ReceivedAt = clock.DueAt;
        addressee.ReceivedByLimit = true;
        return passed;
    }
}

/// <summary>The step that waited was cancelled: the challenge has ended.</summary>
public sealed class CancelStage(ChallengeStages stages) : IEffectHandler
{
    public string Kind => ScrutinyWords.CancelStage;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        if (await EffectRows.StageAsync(act, payload) is { } stage)
        {
            await stages.EndAsync(act, stage, StageEnds.Ended);
        }

        return (JsonObject?)null;
    }
}

/// <summary>
/// The ladder inside is used up: the scrutiny function is asked to take it outside, as the arrangements say, and to record that.
/// </summary>
public sealed class OpenExternal : IEffectHandler
{
    public string Kind => ScrutinyWords.OpenExternal;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        if (await EffectRows.FindAsync(act, context) is not var (challenge, addressee))
        {
            return Refusal.NotFound;
        }

        addressee.Stage = LadderStages.External;
        addressee.State = AddresseeStates.External;
        Ask ask = await AskBook.OpenAsync(
            act,
            new AskDraft(
                ScrutinyWords.AskToRefer,
                new SubjectRef(ScrutinyWords.Challenge, challenge.Id),
                ScrutinyTexts.NameOf(challenge.Number),
                Role: Roles.Scrutineer
            )
        );
        addressee.ScrutinyAskId = ask.Id;
        act.AlsoRecord(
            "challenge.ladder-used-up",
            new SubjectRef(ScrutinyWords.Challenge, challenge.Id),
            new { addressee.Seat }
        );
        await ScrutinyNotices.ExternalAsync(act, challenge, addressee.Seat);
        return (JsonObject?)null;
    }
}

/// <summary>What an effect of a seat's workflow is about.</summary>
internal static class EffectRows
{
    public static async Task<(Challenge, ChallengeAddressee)?> FindAsync(
        Act act,
        EffectContext context
    )
    {
        ChallengeAddressee? addressee = await act
            .Db.Set<ChallengeAddressee>()
            .FindAsync(context.Subject.Id);
        return addressee is null
            ? null
            : ((await act.Db.Set<Challenge>().FindAsync(addressee.ChallengeId))!, addressee);
    }

    public static async Task<ChallengeStage?> StageAsync(Act act, JsonObject payload) =>
        await act.Db.Set<ChallengeStage>().FindAsync(payload["stage"]!.GetValue<string>());

    public static string ClockOf(ChallengeStage stage, string purpose) =>
        purpose == ScrutinyWords.Acknowledge ? stage.AcknowledgeClockId! : stage.RespondClockId;
}
