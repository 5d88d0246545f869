using Governance.Engine.Bookmarks;
using Governance.Engine.Instances;
using Governance.Engine.Timers;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention.Holdings;

/// <summary>
/// What every module keeps about a subject under its type and id: asks, clocks, notices, workflows with their steps, interests and
/// proposals.
/// </summary>
internal static class SharedRows
{
    /// <summary>The workflows and the clocks of these subjects are subjects themselves in the record.</summary>
    public static async Task<IReadOnlyList<SubjectRef>> PartsAsync(
        GovernanceDb db,
        string partnershipId,
        IReadOnlyList<SubjectRef> subjects
    )
    {
        string[] ids = [.. subjects.Select(each => each.Id)];
        List<string> clocks = await db.Set<Clock>()
            .Where(clock => clock.PartnershipId == partnershipId && ids.Contains(clock.SubjectId))
            .Select(clock => clock.Id)
            .ToListAsync();
        List<string> instances = await db.Set<WorkflowInstance>()
            .Where(each =>
                each.PartnershipId == partnershipId
                && each.SubjectId != null
                && ids.Contains(each.SubjectId)
            )
            .Select(each => each.Id)
            .ToListAsync();
        List<string> approvals = await db.Set<PendingApproval>()
            .Where(each => each.PartnershipId == partnershipId && ids.Contains(each.SubjectId))
            .Select(each => each.Id)
            .ToListAsync();
        return
        [
            .. clocks.Select(id => new SubjectRef("clock", id)),
            .. instances.Select(id => new SubjectRef("workflow-instance", id)),
            .. approvals.Select(id => new SubjectRef("approval", id)),
        ];
    }

    /// <param name="ids">Of the subject and of everything that belongs to it: ids are unlike in the whole installation.</param>
    public static IReadOnlyList<IQueryable<object>> Of(GovernanceDb db, string[] ids) =>
        [
            db.Set<ClockHistory>().Where(each => ids.Contains(each.ClockId)),
            db.Set<ClockPause>().Where(each => ids.Contains(each.ClockId)),
            db.Set<Clock>().Where(each => ids.Contains(each.SubjectId)),
            db.Set<Ask>().Where(each => ids.Contains(each.SubjectId)),
            db.Set<Notice>().Where(each => ids.Contains(each.SubjectId)),
            db.Set<Interest>().Where(each => ids.Contains(each.SubjectId)),
            db.Set<PendingApproval>().Where(each => ids.Contains(each.SubjectId)),
            db.Set<WorkflowStep>().Where(each => ids.Contains(each.InstanceId)),
            db.Set<WorkflowIncident>().Where(each => ids.Contains(each.InstanceId)),
            db.Set<WorkflowBookmark>().Where(each => ids.Contains(each.InstanceId)),
            db.Set<WorkflowTimer>().Where(each => ids.Contains(each.InstanceId)),
            db.Set<WorkflowInstance>().Where(each => ids.Contains(each.Id)),
        ];
}
