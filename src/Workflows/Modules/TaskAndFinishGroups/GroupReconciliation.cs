using Governance.Engine.Bookmarks;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>
/// Every group that goes on has one live instance; what is owed in it has an ask, a clock and, while that runs, its timer; every
/// unfinished task waits for somebody; nothing waits for a group that has ended.
/// </summary>
public sealed class GroupReconciliation : IReconcile
{
    public async Task<IReadOnlyList<Drift>> CheckAsync(
        GovernanceDb db,
        CancellationToken cancellation
    )
    {
        List<Drift> drifts = [];
        IQueryable<TaskAndFinishGroup> groups = db.Set<TaskAndFinishGroup>();
        IQueryable<TaskAndFinishGroup> live = groups.Where(group => !group.IsOver);
        await AddAsync(
            "group.without-workflow",
            "The workflow of this group is over, and the group is not.",
            live.Where(group =>
                !db.Set<WorkflowInstance>()
                    .Any(instance =>
                        instance.Id == group.InstanceId && instance.Status == WorkflowStatus.Running
                    )
            )
        );
        await AddAsync(
            "group.awaited-when-over",
            "A workflow waits for a group that has ended.",
            groups.Where(group =>
                group.IsOver
                && db.Set<WorkflowBookmark>().Any(mark => mark.InstanceId == group.InstanceId)
            )
        );
        await AddAsync(
            "group.owed-when-over",
            "Something is still owed to a group that has ended.",
            groups.Where(group =>
                group.IsOver
                && db.Set<OwedDuty>().Any(duty => duty.GroupId == group.Id && duty.OpenKey != null)
            )
        );
        await AddAsync(
            "group.duty-without-ask",
            "Something is owed in this group, and nobody is asked for it.",
            live.Where(group =>
                db.Set<OwedDuty>()
                    .Any(duty =>
                        duty.GroupId == group.Id
                        && duty.OpenKey != null
                        && !db.Set<Ask>()
                            .Any(ask => ask.Id == duty.AskId && ask.State == AskStates.Open)
                    )
            )
        );
        await AddAsync(
            "group.duty-without-timer",
            "A limit runs in this group, and nothing happens at its end.",
            live.Where(group =>
                db.Set<OwedDuty>()
                    .Any(duty =>
                        duty.GroupId == group.Id
                        && duty.OpenKey != null
                        && db.Set<Clock>()
                            .Any(clock =>
                                clock.Id == duty.ClockId && clock.State == ClockStates.Running
                            )
                        && !db.Set<WorkflowTimer>()
                            .Any(timer =>
                                timer.InstanceId == group.InstanceId
                                && timer.Key == "clock:" + duty.ClockId + ":due"
                            )
                    )
            )
        );
        await AddAsync(
            "group.vacancy-not-owed",
            "Nobody chairs this group, and nobody is asked for a chair; or the other way round.",
            live.Where(group =>
                (group.VacantSince != null)
                != db.Set<OwedDuty>()
                    .Any(duty => duty.OpenKey == group.Id + ":" + GroupDuties.Chair)
            )
        );
        await AddAsync(
            "group.task-without-ask",
            "An unfinished task of this group waits for nobody, or a finished one for somebody.",
            groups.Where(group =>
                db.Set<GroupTask>()
                    .Any(task =>
                        task.GroupId == group.Id
                        && task.IsFinished
                            == db.Set<Ask>()
                                .Any(ask => ask.Id == task.AskId && ask.State == AskStates.Open)
                    )
            )
        );
        return drifts;

        async Task AddAsync(string code, string text, IQueryable<TaskAndFinishGroup> which) =>
            drifts.AddRange(
                (
                    await which
                        .OrderBy(group => group.Id)
                        .Select(group => new { group.Id, group.PartnershipId })
                        .ToListAsync(cancellation)
                ).Select(group => new Drift(
                    code,
                    group.PartnershipId,
                    new SubjectRef(GroupWords.Group, group.Id),
                    text
                ))
            );
    }
}
