using Governance.Engine.Activities;
using Governance.Engine.Bookmarks;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Instances;

/// <summary>Where the modules' truth and the workflows disagree. A module registers one check for what it owns.</summary>
public interface IReconcile
{
    Task<IReadOnlyList<Drift>> CheckAsync(GovernanceDb db, CancellationToken cancellation);
}

/// <summary>One disagreement.</summary>
/// <param name="Code">Stable, <c>module.fact-stated</c>.</param>
public sealed record Drift(string Code, string PartnershipId, SubjectRef Subject, string Text);

/// <summary>All checks. Nothing found means that workflows and modules agree.</summary>
public sealed class Reconciliation(IReadGovernance readers, IEnumerable<IReconcile> checks)
{
    public async Task<IReadOnlyList<Drift>> RunAsync(CancellationToken cancellation = default)
    {
        await using GovernanceDb db = readers.OpenReader();
        List<Drift> drifts = [];
        foreach (IReconcile check in checks)
        {
            drifts.AddRange(await check.CheckAsync(db, cancellation));
        }

        return drifts;
    }
}

/// <summary>The engine's own: who is suspended waits for something, and who is over waits for nothing.</summary>
internal sealed class InstanceReconciliation : IReconcile
{
    public async Task<IReadOnlyList<Drift>> CheckAsync(
        GovernanceDb db,
        CancellationToken cancellation
    )
    {
        IQueryable<WorkflowInstance> instances = db.Set<WorkflowInstance>();
        IQueryable<WorkflowBookmark> bookmarks = db.Set<WorkflowBookmark>();
        IQueryable<WorkflowTimer> timers = db.Set<WorkflowTimer>();
        IQueryable<WorkflowIncident> incidents = db.Set<WorkflowIncident>();
        List<Drift> drifts = [];
        drifts.AddRange(
            await ListAsync(
                "workflow.suspended-without-wait",
                "A suspended instance waits for nothing.",
                instances.Where(instance =>
                    instance.SubStatus == WorkflowSubStatus.Suspended
                    && !bookmarks.Any(bookmark => bookmark.InstanceId == instance.Id)
                    && !timers.Any(timer => timer.InstanceId == instance.Id)
                ),
                cancellation
            )
        );
        drifts.AddRange(
            await ListAsync(
                "workflow.executing-after-commit",
                "An instance was saved in the middle of its work.",
                instances.Where(instance => instance.SubStatus == WorkflowSubStatus.Executing),
                cancellation
            )
        );
        drifts.AddRange(
            await ListAsync(
                "workflow.over-with-bookmark",
                "An instance that does not run still waits for a stimulus.",
                instances.Where(instance =>
                    instance.Status == WorkflowStatus.Finished
                    && instance.SubStatus != WorkflowSubStatus.Faulted
                    && bookmarks.Any(bookmark => bookmark.InstanceId == instance.Id)
                ),
                cancellation
            )
        );
        drifts.AddRange(
            await ListAsync(
                "workflow.over-with-timer",
                "An instance that does not run still has a running timer.",
                instances.Where(instance =>
                    instance.Status == WorkflowStatus.Finished
                    && timers.Any(timer =>
                        timer.InstanceId == instance.Id
                        && (
                            timer.ParkedAt == null
                            || instance.SubStatus != WorkflowSubStatus.Faulted
                        )
                    )
                ),
                cancellation
            )
        );
        string[] forChildren = [ExecuteWorkflow.TypeName, DispatchWorkflow.TypeName];
        drifts.AddRange(
            await ListAsync(
                "workflow.waits-for-ended-child",
                "An instance waits for a child that is over.",
                instances.Where(instance =>
                    !incidents.Any(one => one.InstanceId == instance.Id && one.ResolvedAt == null)
                    && bookmarks.Any(bookmark =>
                        bookmark.InstanceId == instance.Id
                        && forChildren.Contains(bookmark.Stimulus)
                        && instances.Any(child =>
                            child.Id == bookmark.Key && child.Status == WorkflowStatus.Finished
                        )
                    )
                ),
                cancellation
            )
        );
        return drifts;
    }

    private static async Task<IEnumerable<Drift>> ListAsync(
        string code,
        string text,
        IQueryable<WorkflowInstance> found,
        CancellationToken cancellation
    ) =>
        (await found.OrderBy(instance => instance.Id).ToListAsync(cancellation)).Select(
            instance => new Drift(
                code,
                instance.PartnershipId,
                new SubjectRef("workflow-instance", instance.Id),
                text
            )
        );
}
