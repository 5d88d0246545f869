using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.Requests;

/// <summary>The workflow asks: the request, its ask, its clock with a receipt, and the timers to wait on.</summary>
public sealed class OpenRequest(RunningClocks clocks) : IEffectHandler
{
    public string Kind => RequestsWords.Open;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        string whom = payload["whom"]!.GetValue<string>();
        string what = payload["what"]!.GetValue<string>();
        string id = act.NewId();
        Clock clock = await clocks.StartAsync(
            act,
            new ClockStart
            {
                SubjectType = RequestsWords.Request,
                SubjectId = id,
                Purpose = RequestsWords.ClockPurpose,
                Title = what,
                Seat = Seats.All.Contains(whom) ? whom : null,
                Limit = ClockLimit.WorkingDays(payload["workingDays"]!.GetValue<int>()),
                ReceivedAt = act.Now,
                ReminderWorkingDays =
                [
                    .. payload["reminderWorkingDays"]!
                        .AsArray()
                        .Select(days => days!.GetValue<int>()),
                ],
            }
        );
        Ask ask = await AskBook.OpenAsync(
            act,
            RequestWhom.Addressed(
                whom,
                new AskDraft(
                    RequestsWords.AskToAnswer,
                    new SubjectRef(RequestsWords.Request, id),
                    what,
                    DueAt: clock.DueAt,
                    ClockId: clock.Id
                )
            )
        );
        WorkRequest request = new()
        {
            Id = id,
            PartnershipId = act.PartnershipId,
            InstanceId = context.InstanceId,
            What = what,
            Whom = whom,
            AskId = ask.Id,
            ClockId = clock.Id,
            OpenedAt = act.Now,
            State = RequestStates.Open,
        };
        act.Db.Add(request);
        await RequestNotices.OpenedAsync(act, request, clock.DueAt);
        return new JsonObject { ["request"] = id, ["timers"] = ClockAnswers.Timers(clock) };
    }
}

/// <summary>Reminds whoever is asked, on a working day.</summary>
public sealed class RemindOfRequest(RunningClocks clocks) : IEffectHandler
{
    public string Kind => RequestsWords.Remind;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    ) =>
        await RequestBook.OfEffectAsync(act, payload) is { State: RequestStates.Open } request
            ? await ClockAnswers.RemindAsync(
                clocks,
                act,
                request.ClockId,
                payload,
                clock => RequestNotices.RemindAsync(act, request, clock.DueAt)
            )
            : (JsonObject?)null;
}

/// <summary>The limit has passed: nobody is asked any more, and the business unit is told. Silence is no answer.</summary>
public sealed class RequestLimitPassed(RunningClocks clocks) : IEffectHandler
{
    public string Kind => RequestsWords.LimitPassed;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        if (
            await RequestBook.OfEffectAsync(act, payload)
            is not { State: RequestStates.Open } request
        )
        {
            return new JsonObject { ["late"] = true };
        }

        if (!await clocks.ExpireAsync(act, request.ClockId))
        {
            return await ClockAnswers.MovedOnAsync(act, request.ClockId);
        }

        Clock clock = (await act.Db.Set<Clock>().FindAsync(request.ClockId))!;
        request.Close(RequestStates.Late, act.Now);
        await AskBook.CancelAsync(act, request.AskId, "The limit passed");
        await RequestNotices.LateAsync(act, request, clock.DueAt);
        act.AlsoRecord(
            "request.limit-passed",
            request.Subject,
            new { request.Whom, due = clock.DueAt }
        );
        return new JsonObject { ["late"] = true };
    }
}

/// <summary>The step that waited was cancelled.</summary>
public sealed class CancelRequest(RunningClocks clocks) : IEffectHandler
{
    public string Kind => RequestsWords.Cancel;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        const string Why = "It is no longer needed";
        if (await RequestBook.OfEffectAsync(act, payload) is { State: RequestStates.Open } request)
        {
            request.Close(RequestStates.Cancelled, act.Now);
            await clocks.StopAsync(act, request.ClockId, Why);
            await AskBook.CancelAsync(act, request.AskId, Why);
        }

        return (JsonObject?)null;
    }
}
