using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>
/// A place agrees or disagrees, once. The last agreement decides; the first disagreement ends it, and the matter goes to a meeting.
/// </summary>
public sealed class AnswerProcedure(Acts acts, ProcedureStore store)
{
    public Task<Result<ProcedureAnswer>> HandleAsync(
        ActCaller caller,
        string procedureId,
        AnswerProcedureBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ProcedureAnswer>
            {
                Name = "written-procedure.answer",
                Caller = caller,
                Permission = MeetingsPermissions.AnswerProcedure,
                Locate = act => ProcedureLocation.LocateAsync(act, procedureId),
                Decide = act => DecideAsync(act, procedureId, body),
            },
            cancellation
        );

    private async Task<Result<ProcedureAnswer>> DecideAsync(
        Act act,
        string procedureId,
        AnswerProcedureBody given
    )
    {
        WrittenProcedure procedure = (await ProcedureLocation.FindAsync(act.Db, procedureId))!;
        Standing standing = act.Kept<Standing>()!;
        if (!await ProcedureBook.ReadsAsync(act.Db, standing, procedure, act.Now))
        {
            return Refusal.NotFound;
        }

        Result<ProcedurePlace> place = await PlaceAsync(act, procedure, given.Place);
        FieldErrors errors = new();
        errors.When(given.Agrees is null, "agrees", "Say whether the place agrees.");
        string? reason =
            given.Agrees == false
                ? errors.Needed(given.Reason, "reason", Decision.MostReason)
                : errors.Optional(given.Reason, "reason", Decision.MostReason);
        DateTime? due = procedure.ClockId is null
            ? null
            : (await act.Db.Set<Clock>().FindAsync(procedure.ClockId))!.DueAt;
        Refusal? refusal =
            (place.Refusal is { Kind: not RefusalKind.Conflict } ? place.Refusal : null)
            ?? errors.AsRefusal()
            ?? ProcedureRules.CheckOpen(procedure, due, act.Now)
            ?? place.Refusal;
        if (refusal is not null)
        {
            return refusal;
        }

        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            act.Db,
            [act.Caller.PersonId]
        );
        place.Value.Agrees = given.Agrees;
        place.Value.Reason = reason;
        place.Value.AnsweredAt = act.Now;
        place.Value.AnsweredBy = act.Caller.PersonId;
        place.Value.AnsweredByName = names[act.Caller.PersonId];
        await AskBook.CompleteAsync(act, place.Value.AskId!);
        act.Capacity = PlaceKeys.SeatOf(place.Value.Place) is { } seat
            ? new ActCapacity(seat, "own")
            : null;
        act.Payload = new
        {
            place.Value.Place,
            given.Agrees,
            reason,
        };
        if (await store.SettleAsync(act, procedure) is { } notAwaited)
        {
            return notAwaited;
        }

        await act.Db.SaveChangesAsync();
        return await ProcedureBook.AnswerAsync(act.Db, procedure, standing, act.Now);
    }

    private static async Task<Result<ProcedurePlace>> PlaceAsync(
        Act act,
        WrittenProcedure procedure,
        string? named
    )
    {
        MeetingBody body = (await act.Db.Set<MeetingBody>().FindAsync(procedure.BodyId))!;
        BodyMembership membership = await BodyRoll.OfAsync(act.Db, body, act.Now);
        IReadOnlyList<Appointment> held = await AppointmentRoll.HeldAsync(
            act.Db,
            act.PartnershipId,
            London.DateOf(act.Now)
        );
        string person = act.Caller.PersonId;
        IReadOnlyList<string> waiting = ProcedureRules.PlacesOf(
            procedure,
            person,
            membership,
            held
        );
        if (!ProcedureRules.HoldsAny(procedure, person, membership, held))
        {
            return MeetingsRefusals.NotYourPlace;
        }

        if (
            await Interests.BarsAsync(
                act.Db,
                act.PartnershipId,
                person,
                MeetingsWords.Procedure,
                procedure.Id,
                London.DateOf(act.Now)
            )
        )
        {
            return MeetingsRefusals.BarredByInterest;
        }

        if (waiting.Count == 0)
        {
            return procedure.IsOver
                ? MeetingsRefusals.ProcedureOver
                : MeetingsRefusals.ProcedureAnswered;
        }

        return named is not null && !waiting.Contains(named)
                ? Refusal.Invalid("place", $"You can answer for: {string.Join(", ", waiting)}.")
            : named is null && waiting.Count > 1
                ? Refusal.Invalid("place", $"Say for which: {string.Join(", ", waiting)}.")
            : procedure.Places.Single(place => place.Place == (named ?? waiting[0]));
    }
}
