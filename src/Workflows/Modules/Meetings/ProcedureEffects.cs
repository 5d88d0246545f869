using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>
/// The workflow asks the places of the procedure and starts its clock. One that is open is taken up again, so that a workflow can
/// come back to it.
/// </summary>
public sealed class OpenProcedure(RunningClocks clocks) : IEffectHandler
{
    public string Kind => MeetingsWords.OpenProcedure;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        WrittenProcedure? procedure = await ProcedureLocation.FindAsync(act.Db, context.Subject.Id);
        if (procedure is null || procedure.IsOver)
        {
            return procedure is null ? Refusal.NotFound : MeetingsRefusals.ProcedureOver;
        }

        if (!procedure.IsOpen)
        {
            await BeginAsync(act, context, procedure, payload);
            await act.Db.SaveChangesAsync();
        }

        return Answer(procedure, (await act.Db.Set<Clock>().FindAsync(procedure.ClockId))!);
    }

    private async Task BeginAsync(
        Act act,
        EffectContext context,
        WrittenProcedure procedure,
        JsonObject payload
    )
    {
        Clock clock = await clocks.StartAsync(
            act,
            new ClockStart
            {
                SubjectType = MeetingsWords.Procedure,
                SubjectId = procedure.Id,
                Purpose = MeetingsWords.ProcedureClock,
                Title = $"Written procedure: {procedure.Title}",
                Limit = ClockLimit.WorkingDays(procedure.WorkingDays),
                ReceivedAt = act.Now,
                ReminderWorkingDays =
                [
                    .. payload["reminderWorkingDays"]!
                        .AsArray()
                        .Select(days => days!.GetValue<int>()),
                ],
            }
        );
        procedure.State = ProcedureStates.Open;
        procedure.InstanceId = context.InstanceId;
        procedure.ClockId = clock.Id;
        foreach (ProcedurePlace place in procedure.Places)
        {
            place.AskId = (
                await AskBook.OpenAsync(
                    act,
                    new AskDraft(
                        MeetingsWords.AskToAnswer,
                        procedure.Subject,
                        procedure.Title,
                        Seat: PlaceKeys.SeatOf(place.Place),
                        PersonId: PlaceKeys.PersonOf(place.Place),
                        DueAt: clock.DueAt,
                        ClockId: clock.Id,
                        AgencyId: PlaceKeys.AgencyOf(place.Place)
                    )
                )
            ).Id;
        }

        await ProcedureNotices.OpenedAsync(act, procedure, clock.DueAt);
        act.AlsoRecord(
            MeetingsWords.OpenProcedure,
            procedure.Subject,
            new { asked = procedure.Places.Select(place => place.Place), due = clock.DueAt }
        );
    }

    private static JsonObject Answer(WrittenProcedure procedure, Clock clock)
    {
        return new JsonObject
        {
            ["procedure"] = procedure.Id,
            ["timers"] = ClockAnswers.Timers(clock),
        };
    }
}

/// <summary>Reminds the places that have not answered, on working days only and never after the limit.</summary>
public sealed class RemindProcedure(RunningClocks clocks) : IEffectHandler
{
    public string Kind => MeetingsWords.RemindProcedure;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        WrittenProcedure? procedure = await ProcedureLocation.FindAsync(
            act.Db,
            payload["procedure"]!.GetValue<string>()
        );
        if (procedure is not { IsOpen: true, ClockId: not null })
        {
            return (JsonObject?)null;
        }

        return await ClockAnswers.RemindAsync(
            clocks,
            act,
            procedure.ClockId,
            payload,
            clock => ProcedureNotices.RemindAsync(act, procedure, clock.DueAt)
        );
    }
}

/// <summary>The limit has passed (one second after 17:00:00 of the last day): nothing was decided, however late the host is.</summary>
public sealed class LapseProcedure(ProcedureStore store, RunningClocks clocks) : IEffectHandler
{
    public string Kind => MeetingsWords.ProcedureLimitPassed;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        WrittenProcedure? procedure = await ProcedureLocation.FindAsync(
            act.Db,
            payload["procedure"]!.GetValue<string>()
        );
        if (procedure is not { IsOpen: true, ClockId: not null })
        {
            return new JsonObject { ["lapsed"] = true };
        }

        if (!await clocks.ExpireAsync(act, procedure.ClockId))
        {
            return await ClockAnswers.MovedOnAsync(act, procedure.ClockId);
        }

        await store.LapseAsync(act, procedure);
        return new JsonObject { ["lapsed"] = true };
    }
}

/// <summary>The step was cancelled because its workflow was ended.</summary>
public sealed class CancelProcedure(ProcedureStore store) : IEffectHandler
{
    public string Kind => MeetingsWords.CancelProcedure;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        WrittenProcedure? procedure = await ProcedureLocation.FindAsync(
            act.Db,
            payload["procedure"]!.GetValue<string>()
        );
        if (procedure is { IsOver: false })
        {
            await store.EndAsync(
                act,
                procedure,
                ProcedureStates.Cancelled,
                "The workflow that asked was ended."
            );
        }

        return (JsonObject?)null;
    }
}
