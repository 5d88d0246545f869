using Governance.Engine.Bookmarks;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Modules.Clocks;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Escalation;

/// <summary>
/// Every open challenge has one live instance; what its stage owes has a clock and, while that runs, its timer; it waits for somebody; and
/// nothing waits for one that is over.
/// </summary>
public sealed class EscalationReconciliation : IReconcile
{
    public async Task<IReadOnlyList<Drift>> CheckAsync(
        GovernanceDb db,
        CancellationToken cancellation
    )
    {
        List<Drift> drifts = [];
        IQueryable<ProfessionalChallenge> all = db.Set<ProfessionalChallenge>();
        IQueryable<ProfessionalChallenge> open = all.Where(row =>
            row.State == EscalationStates.Open
        );
        IQueryable<ProfessionalChallenge> over = all.Where(row =>
            row.State != EscalationStates.Open
        );
        await AddAsync(
            "escalation.without-workflow",
            "The workflow of this challenge is over, and the challenge is not.",
            open.Where(row =>
                !db.Set<WorkflowInstance>()
                    .Any(instance =>
                        instance.Id == row.InstanceId && instance.Status == WorkflowStatus.Running
                    )
            )
        );
        await AddAsync(
            "escalation.awaited-when-over",
            "A workflow waits for a challenge that has ended.",
            over.Where(row =>
                db.Set<WorkflowBookmark>().Any(mark => mark.InstanceId == row.InstanceId)
            )
        );
        await AddAsync(
            "escalation.owed-when-over",
            "Something is still owed in a challenge that has ended.",
            over.Where(row =>
                db.Set<StageDuty>().Any(duty => duty.ChallengeId == row.Id && duty.OpenKey != null)
            )
        );
        await AddAsync(
            "escalation.waits-for-nobody",
            "This challenge is open, and its stage waits for nothing.",
            open.Where(row =>
                !db.Set<StageDuty>()
                    .Any(duty =>
                        duty.ChallengeId == row.Id
                        && duty.OpenKey != null
                        && duty.What != StageDuties.Acknowledge
                        && duty.Stage == row.Stage
                    )
            )
        );
        await AddAsync(
            "escalation.duty-without-timer",
            "A limit runs in this challenge, and nothing happens at its end.",
            open.Where(row =>
                db.Set<StageDuty>()
                    .Any(duty =>
                        duty.ChallengeId == row.Id
                        && duty.OpenKey != null
                        && db.Set<Clock>()
                            .Any(clock =>
                                clock.Id == duty.ClockId && clock.State == ClockStates.Running
                            )
                        && !db.Set<WorkflowTimer>()
                            .Any(timer =>
                                timer.InstanceId == row.InstanceId
                                && timer.Key == "clock:" + duty.ClockId + ":due"
                            )
                    )
            )
        );
        return drifts;

        async Task AddAsync(string code, string text, IQueryable<ProfessionalChallenge> which) =>
            drifts.AddRange(
                (
                    await which
                        .OrderBy(row => row.Id)
                        .Select(row => new { row.Id, row.PartnershipId })
                        .ToListAsync(cancellation)
                ).Select(row => new Drift(
                    code,
                    row.PartnershipId,
                    new SubjectRef(EscalationWords.Challenge, row.Id),
                    text
                ))
            );
    }
}
