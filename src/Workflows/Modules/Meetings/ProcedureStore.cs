using Governance.Contracts;
using Governance.Engine;
using Governance.Engine.Instances;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>Ends written procedures: decided with its decision, or lapsed, or taken back. Always as part of somebody's act.</summary>
public sealed class ProcedureStore(RunningClocks clocks, WorkflowRunner workflows)
{
    /// <summary>After an answer: the last agreement decides, a disagreement ends it, anything else waits on.</summary>
    internal async Task<Refusal?> SettleAsync(Act act, WrittenProcedure procedure)
    {
        if (ProcedureRules.IsAgreed(procedure))
        {
            await DecideAsync(act, procedure);
            return await StimulateAsync(act, MeetingsWords.ProcedureAgreed, procedure);
        }

        if (procedure.Places.Exists(place => place.Agrees == false))
        {
            await EndAsync(
                act,
                procedure,
                ProcedureStates.Lapsed,
                "A place disagreed, so the matter goes to a meeting."
            );
            return await StimulateAsync(act, MeetingsWords.ProcedureFailed, procedure);
        }

        return null;
    }

    internal async Task<Refusal?> WithdrawAsync(Act act, WrittenProcedure procedure, string reason)
    {
        bool wasOpen = procedure.IsOpen;
        await EndAsync(act, procedure, ProcedureStates.Cancelled, reason);
        if (wasOpen)
        {
            return await StimulateAsync(act, MeetingsWords.ProcedureFailed, procedure);
        }

        // Its workflow has not come to asking anybody, and has nothing more to do.
        await act.Db.SaveChangesAsync();
        return (
            await workflows.CancelAsync(
                act,
                procedure.InstanceId!,
                "The written procedure was taken back."
            )
        ).Refusal;
    }

    /// <summary>The limit passed without every agreement.</summary>
    internal Task LapseAsync(Act act, WrittenProcedure procedure) =>
        EndAsync(
            act,
            procedure,
            ProcedureStates.Lapsed,
            "The limit passed without every place's agreement."
        );

    internal async Task EndAsync(Act act, WrittenProcedure procedure, string state, string reason)
    {
        procedure.State = state;
        procedure.OverAt = act.Now;
        procedure.OverReason = reason;
        foreach (ProcedurePlace place in procedure.Places.Where(place => place.AskId is not null))
        {
            await AskBook.CancelAsync(act, place.AskId!, "The written procedure is over.");
        }

        if (procedure.ClockId is not null)
        {
            await clocks.StopAsync(act, procedure.ClockId, "The written procedure is over.");
        }

        await ProcedureNotices.EndedAsync(act, procedure);
        act.AlsoRecord(
            "written-procedure.over",
            procedure.Subject,
            new
            {
                state,
                answers = procedure.Places.Select(place => new { place.Place, place.Agrees }),
            }
        );
    }

    private async Task DecideAsync(Act act, WrittenProcedure procedure)
    {
        MeetingBody body = (await act.Db.Set<MeetingBody>().FindAsync(procedure.BodyId))!;
        PaperStore papers = await PaperStore.OfAsync(act, procedure.Id);
        if (procedure.ClockId is not null)
        {
            await clocks.MeetAsync(act, procedure.ClockId);
        }

        Decision decision = DecisionStore.Add(
            act,
            new DecisionBasis
            {
                Partnership = act.PartnershipId,
                Number = await DecisionStore.NextNumberAsync(act),
                Body = new NamedThing(body.Id, body.Name),
                Procedure = new NamedThing(procedure.Id, procedure.Title),
                Outcome = DecisionOutcomes.Decided,
                Text = procedure.Text,
                Rule = procedure.Rule,
                Quorate = true,
                Quorum =
                    $"Agreed in writing by: {string.Join(", ", procedure.Places.Select(place => place.Name).Order(StringComparer.Ordinal))}.",
                Present =
                [
                    .. procedure
                        .Places.OrderBy(place => place.Place, StringComparer.Ordinal)
                        .Select(place => new BasisPerson(
                            place.AnsweredBy!,
                            place.AnsweredByName!,
                            place.Name,
                            null,
                            false
                        )),
                ],
                Papers = DecisionStore.PapersOf(papers.Papers),
                Decided = act.Now,
            }
        );
        procedure.DecisionId = decision.Id;
        act.AlsoRecord("decision.recorded", decision.Subject, DecisionBasis.Read(decision.Basis));
        await EndAsync(
            act,
            procedure,
            ProcedureStates.Decided,
            "Every place has agreed within the limit."
        );
    }

    private async Task<Refusal?> StimulateAsync(
        Act act,
        string stimulus,
        WrittenProcedure procedure
    )
    {
        await act.Db.SaveChangesAsync();
        Result<int> resumed = await workflows.StimulateAsync(act, stimulus, procedure.Id);
        return resumed.IsRefused ? resumed.Refusal
            : resumed.Value == 0 ? EngineRefusals.NotAwaited
            : null;
    }
}
