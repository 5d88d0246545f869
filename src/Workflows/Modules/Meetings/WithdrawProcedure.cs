using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>The secretary or the chair takes a written procedure back before it is over, with a reason. Nothing was decided.</summary>
public sealed class WithdrawProcedure(Acts acts, ProcedureStore store)
{
    public Task<Result<ProcedureAnswer>> HandleAsync(
        ActCaller caller,
        string procedureId,
        WithdrawProcedureBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ProcedureAnswer>
            {
                Name = "written-procedure.withdraw",
                Caller = caller,
                Permission = MeetingsPermissions.Convene,
                Locate = act => ProcedureLocation.LocateAsync(act, procedureId),
                Decide = act => DecideAsync(act, procedureId, body.Reason),
            },
            cancellation
        );

    private async Task<Result<ProcedureAnswer>> DecideAsync(
        Act act,
        string procedureId,
        string? given
    )
    {
        WrittenProcedure procedure = (await ProcedureLocation.FindAsync(act.Db, procedureId))!;
        Standing standing = act.Kept<Standing>()!;
        if (!await ProcedureBook.ReadsAsync(act.Db, standing, procedure, act.Now))
        {
            return Refusal.NotFound;
        }

        MeetingBody body = (await act.Db.Set<MeetingBody>().FindAsync(procedure.BodyId))!;
        FieldErrors errors = new();
        string reason = errors.Needed(given, "reason", 2_000);
        Refusal? refusal =
            MeetingsPermissions.CheckSecretary(act, await BodyRoll.OfAsync(act.Db, body, act.Now))
            ?? errors.AsRefusal()
            ?? (procedure.IsOver ? MeetingsRefusals.ProcedureOver : null);
        if (refusal is not null)
        {
            return refusal;
        }

        act.Payload = new { reason };
        if (await store.WithdrawAsync(act, procedure, reason) is { } notAwaited)
        {
            return notAwaited;
        }

        await act.Db.SaveChangesAsync();
        return await ProcedureBook.AnswerAsync(act.Db, procedure, standing, act.Now);
    }
}
