using Governance.Engine.Bookmarks;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>
/// Every open written procedure has one live instance that waits for both its ends, a clock with its timer, and an ask for exactly
/// the places that have not answered; nothing waits for one that is over. An action waits for somebody until it is verified.
/// </summary>
public sealed class MeetingsReconciliation : IReconcile
{
    public async Task<IReadOnlyList<Drift>> CheckAsync(
        GovernanceDb db,
        CancellationToken cancellation
    )
    {
        List<Drift> drifts = [];
        await ProceduresAsync(db, drifts, cancellation);
        List<MeetingAction> actions = await db.Set<MeetingAction>()
            .Where(action =>
                (action.State != ActionStates.Verified)
                != db.Set<Ask>().Any(ask => ask.Id == action.AskId && ask.State == AskStates.Open)
            )
            .OrderBy(action => action.Id)
            .ToListAsync(cancellation);
        drifts.AddRange(
            actions.Select(action => new Drift(
                "action.without-ask",
                action.PartnershipId,
                action.Subject,
                $"An action in the state {action.State} does not wait for whom it should."
            ))
        );
        return drifts;
    }

    private static async Task ProceduresAsync(
        GovernanceDb db,
        List<Drift> drifts,
        CancellationToken cancellation
    )
    {
        IQueryable<WrittenProcedure> procedures = db.Set<WrittenProcedure>();
        IQueryable<WrittenProcedure> open = procedures.Where(each =>
            each.State == ProcedureStates.Open
        );
        await AddAsync(
            "written-procedure.not-awaited",
            "Not exactly one workflow waits for this written procedure.",
            open.Where(each =>
                db.Set<WorkflowBookmark>()
                    .Count(mark =>
                        mark.Stimulus == MeetingsWords.ProcedureAgreed && mark.Key == each.Id
                    ) != 1
                || db.Set<WorkflowBookmark>()
                    .Count(mark =>
                        mark.Stimulus == MeetingsWords.ProcedureFailed && mark.Key == each.Id
                    ) != 1
            )
        );
        await AddAsync(
            "written-procedure.without-workflow",
            "The workflow of this written procedure is over, and the procedure is not.",
            procedures.Where(each =>
                (each.State == ProcedureStates.Open || each.State == ProcedureStates.Requested)
                && !db.Set<WorkflowInstance>()
                    .Any(instance =>
                        instance.Id == each.InstanceId && instance.Status == WorkflowStatus.Running
                    )
            )
        );
        await AddAsync(
            "written-procedure.without-clock",
            "This open written procedure has no running clock.",
            open.Where(each =>
                !db.Set<Clock>()
                    .Any(clock => clock.Id == each.ClockId && clock.State == ClockStates.Running)
            )
        );
        await AddAsync(
            "written-procedure.without-timer",
            "The clock of this written procedure runs, and nothing happens at its end.",
            open.Where(each =>
                !db.Set<WorkflowTimer>()
                    .Any(timer =>
                        timer.InstanceId == each.InstanceId
                        && timer.Key == "clock:" + each.ClockId + ":due"
                    )
            )
        );
        await AddAsync(
            "written-procedure.without-ask",
            "Other places are asked than those that have not answered.",
            open.Where(each =>
                each.Places.Any(place =>
                    place.Agrees == null
                    != db.Set<Ask>()
                        .Any(ask => ask.Id == place.AskId && ask.State == AskStates.Open)
                )
            )
        );
        await AddAsync(
            "written-procedure.asked-when-over",
            "A place is still asked, or a workflow still waits, although the written procedure is over.",
            procedures.Where(each =>
                each.State != ProcedureStates.Open
                && each.State != ProcedureStates.Requested
                && (
                    each.Places.Any(place =>
                        db.Set<Ask>()
                            .Any(ask => ask.Id == place.AskId && ask.State == AskStates.Open)
                    )
                    || db.Set<WorkflowBookmark>()
                        .Any(mark =>
                            (
                                mark.Stimulus == MeetingsWords.ProcedureAgreed
                                || mark.Stimulus == MeetingsWords.ProcedureFailed
                            )
                            && mark.Key == each.Id
                        )
                )
            )
        );
        await AddAsync(
            "written-procedure.decision",
            "Exactly the written procedures that were decided have a decision.",
            procedures.Where(each =>
                (each.State == ProcedureStates.Decided)
                != db.Set<Decision>().Any(decision => decision.ProcedureId == each.Id)
            )
        );

        async Task AddAsync(string code, string text, IQueryable<WrittenProcedure> which) =>
            drifts.AddRange(
                (await which.OrderBy(each => each.Id).ToListAsync(cancellation)).Select(
                    each => new Drift(code, each.PartnershipId, each.Subject, text)
                )
            );
    }
}
