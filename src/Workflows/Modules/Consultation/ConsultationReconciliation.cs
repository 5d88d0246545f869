using Governance.Engine.Bookmarks;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Consultation;

/// <summary>
/// Every open consultation has one live instance that waits for it, a clock with its timer while it runs, and an ask for each body
/// that has not answered; nothing waits for one that is over; and bodies and comments agree on who has answered.
/// </summary>
public sealed class ConsultationReconciliation : IReconcile
{
    public async Task<IReadOnlyList<Drift>> CheckAsync(
        GovernanceDb db,
        CancellationToken cancellation
    )
    {
        List<Drift> drifts = [];
        IQueryable<ConsultationWindow> windows = db.Set<ConsultationWindow>();
        IQueryable<ConsultationWindow> open = windows.Where(window =>
            window.State == ConsultationStates.Open
        );
        await AddAsync(
            "consultation.not-awaited",
            "Not exactly one workflow waits for this consultation.",
            open.Where(window =>
                db.Set<WorkflowBookmark>()
                    .Count(mark =>
                        mark.Stimulus == ConsultationWords.Closed && mark.Key == window.Id
                    ) != 1
            )
        );
        await AddAsync(
            "consultation.without-workflow",
            "The workflow of this open consultation is over.",
            open.Where(window =>
                !db.Set<WorkflowInstance>()
                    .Any(instance =>
                        instance.Id == window.InstanceId
                        && instance.Status == WorkflowStatus.Running
                    )
            )
        );
        await AddAsync(
            "consultation.without-clock",
            "This open consultation has no running clock.",
            open.Where(window =>
                !db.Set<Clock>()
                    .Any(clock => clock.Id == window.ClockId && clock.State == ClockStates.Running)
            )
        );
        await AddAsync(
            "consultation.without-timer",
            "The clock of this open consultation runs, and nothing happens at its end.",
            open.Where(window =>
                !db.Set<WorkflowTimer>()
                    .Any(timer =>
                        timer.InstanceId == window.InstanceId
                        && timer.Key == "clock:" + window.ClockId + ":due"
                    )
            )
        );
        await AddAsync(
            "consultation.without-ask",
            "Other bodies are asked than those that have not answered.",
            open.Where(window =>
                window.Bodies.Any(body =>
                    body.IsAsked
                    && body.AnsweredAt == null
                        != db.Set<Ask>()
                            .Any(ask => ask.Id == body.AskId && ask.State == AskStates.Open)
                )
            )
        );
        await AddAsync(
            "consultation.awaited-when-over",
            "A workflow waits for a consultation that is over.",
            windows.Where(window =>
                window.State != ConsultationStates.Open
                && db.Set<WorkflowBookmark>()
                    .Any(mark => mark.Stimulus == ConsultationWords.Closed && mark.Key == window.Id)
            )
        );
        await AddAsync(
            "consultation.asked-when-over",
            "A body is still asked although the consultation is over.",
            windows.Where(window =>
                window.State != ConsultationStates.Open
                && window.Bodies.Any(body =>
                    db.Set<Ask>().Any(ask => ask.Id == body.AskId && ask.State == AskStates.Open)
                )
            )
        );
        await AddAsync(
            "consultation.miscounted",
            "A body has another number of comments than are stored for it.",
            windows.Where(window =>
                window.Bodies.Any(body =>
                    body.Comments
                    != db.Set<Comment>()
                        .Count(comment =>
                            comment.WindowId == window.Id
                            && comment.Body == body.Body
                            && comment.WithdrawnAt == null
                        )
                )
            )
        );
        return drifts;

        async Task AddAsync(string code, string text, IQueryable<ConsultationWindow> which) =>
            drifts.AddRange(
                (await which.OrderBy(window => window.Id).ToListAsync(cancellation)).Select(
                    window => new Drift(code, window.PartnershipId, window.Subject, text)
                )
            );
    }
}
