using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>The workflow asks somebody for what they owe the group: an ask, a clock with its receipt, and the timers to wait on.</summary>
public sealed class OpenDuty(Owing owing) : IEffectHandler
{
    public string Kind => GroupWords.OpenDuty;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        TaskAndFinishGroup? group = await act
            .Db.Set<TaskAndFinishGroup>()
            .FindAsync(context.Subject.Id);
        if (group is null)
        {
            return Refusal.NotFound;
        }

        OwedDuty duty = await owing.OpenAsync(
            act,
            group,
            payload["what"]!.GetValue<string>(),
            (int?)payload["workingDays"],
            [.. payload["reminderWorkingDays"]!.AsArray().Select(days => days!.GetValue<int>())]
        );
        Clock clock = (await act.Db.Set<Clock>().FindAsync(duty.ClockId))!;
        return new JsonObject { ["duty"] = duty.Id, ["timers"] = ClockAnswers.Timers(clock) };
    }

    internal static string Text(DateTime moment) =>
        moment.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>
/// Reminds whoever owes it. A reminder whose day passed while no host ran goes out on a working day: at once, or on the next, unless
/// a later one goes out then anyway.
/// </summary>
public sealed class RemindOfDuty(RunningClocks clocks) : IEffectHandler
{
    public string Kind => GroupWords.Remind;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        OwedDuty? duty = await act
            .Db.Set<OwedDuty>()
            .FindAsync(payload["duty"]!.GetValue<string>());
        if (duty is not { State: OwedStates.Open })
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
                await GroupNotices.RemindAsync(
                    act,
                    await GroupPlace.LoadAsync(act, duty.GroupId),
                    duty,
                    clock.DueAt
                );
            }
        );
    }
}

/// <summary>
/// The limit has passed: those above are told. A report counts as missed and the next one follows; everything else goes on waiting
/// and shows that it is late.
/// </summary>
public sealed class DutyLimitPassed(RunningClocks clocks, Owing owing) : IEffectHandler
{
    public string Kind => GroupWords.LimitPassed;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        OwedDuty? duty = await act
            .Db.Set<OwedDuty>()
            .FindAsync(payload["duty"]!.GetValue<string>());
        if (duty is not { State: OwedStates.Open })
        {
            return new JsonObject { ["late"] = true };
        }

        if (!await clocks.ExpireAsync(act, duty.ClockId))
        {
            return await ClockAnswers.MovedOnAsync(act, duty.ClockId);
        }

        TaskAndFinishGroup group = await GroupPlace.LoadAsync(act, duty.GroupId);
        Clock clock = (await act.Db.Set<Clock>().FindAsync(duty.ClockId))!;
        duty.IsLate = true;
        await GroupNotices.LateAsync(act, group, duty, clock.DueAt);
        if (duty.What == GroupDuties.Report)
        {
            group.ReportsMissed++;
            await owing.CancelAsync(act, duty, OwedStates.Missed, "The limit passed");
        }

        act.AlsoRecord(
            "group.limit-passed",
            group.Subject,
            new
            {
                duty.What,
                duty.Number,
                due = clock.DueAt,
            }
        );
        return new JsonObject { ["late"] = true };
    }
}

/// <summary>The step that waited was cancelled: the group has ended.</summary>
public sealed class CancelDuty(Owing owing) : IEffectHandler
{
    public string Kind => GroupWords.CancelDuty;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        OwedDuty? duty = await act
            .Db.Set<OwedDuty>()
            .FindAsync(payload["duty"]!.GetValue<string>());
        if (duty is not null)
        {
            await owing.CancelAsync(act, duty, OwedStates.Cancelled, "It is no longer needed");
        }

        return (JsonObject?)null;
    }
}
