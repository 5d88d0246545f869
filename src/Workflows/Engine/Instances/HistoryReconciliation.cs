using Governance.Engine.Bookmarks;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Instances;

/// <summary>
/// Every history is valid: replayed under the versions that the instance ran, it gives the stored state, bookmarks and timers, over
/// retries, skips and migrations too. Instances are read page by page and their histories one entry after the other, so memory
/// stays flat; an instance that moves meanwhile is looked at once more by itself. Two things a replay cannot tell: that a fact from
/// outside was changed into another that leads to the same, and, of an act in which effects woke their own instance, whether a step
/// limit was reached by all of it together.
/// </summary>
internal sealed class HistoryReconciliation(DefinitionBook definitions) : IReconcile
{
    public const string Differs = "workflow.history-differs";

    /// <summary>Its definition version cannot be planned in this build, so nothing can be said of its history.</summary>
    public const string NotReplayable = "workflow.history-not-replayable";

    private const int PageSize = 100;
    private const int Attempts = 5;

    public async Task<IReadOnlyList<Drift>> CheckAsync(
        GovernanceDb db,
        CancellationToken cancellation
    )
    {
        List<Drift> drifts = [];
        string after = "";
        while (true)
        {
            List<WorkflowInstance> page = await db.Set<WorkflowInstance>()
                .AsNoTracking()
                .Where(row => string.Compare(row.Id, after) > 0)
                .OrderBy(row => row.Id)
                .Take(PageSize)
                .ToListAsync(cancellation);
            if (page.Count == 0)
            {
                return drifts;
            }

            after = page[^1].Id;
            foreach (Drift found in await CompareAsync(db, page, cancellation))
            {
                if (await AgainAsync(db, found, cancellation) is { } drift)
                {
                    drifts.Add(drift);
                }
            }
        }
    }

    /// <summary>What still differs when nothing moved the instance while it was read; one that never rests is for the next time.</summary>
    private async Task<Drift?> AgainAsync(
        GovernanceDb db,
        Drift found,
        CancellationToken cancellation
    )
    {
        string id = found.Subject.Id;
        IQueryable<WorkflowInstance> one = db.Set<WorkflowInstance>()
            .AsNoTracking()
            .Where(row => row.Id == id);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            List<WorkflowInstance> row = await one.ToListAsync(cancellation);
            IReadOnlyList<Drift> drifts = await CompareAsync(db, row, cancellation);
            int version = await one.Select(now => now.Version).SingleOrDefaultAsync(cancellation);
            if (drifts.Count == 0 || version == row[0].Version)
            {
                return drifts.SingleOrDefault();
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<Drift>> CompareAsync(
        GovernanceDb db,
        List<WorkflowInstance> rows,
        CancellationToken cancellation
    )
    {
        string[] ids = [.. rows.Select(row => row.Id)];
        IQueryable<WorkflowStep> steps = db.Set<WorkflowStep>()
            .AsNoTracking()
            .Where(step => ids.Contains(step.InstanceId));
        ILookup<string, HistoryEntry> migrations = (
            await steps
                .Where(step => step.Event == HistoryEvents.Migrated)
                .OrderBy(step => step.Number)
                .ToListAsync(cancellation)
        ).ToLookup(step => step.InstanceId, InstanceBook.EntryOf);
        List<Drift> drifts = [];
        Dictionary<string, HistoryComparison> comparisons = [];
        foreach (WorkflowInstance row in rows)
        {
            try
            {
                comparisons[row.Id] = await BeginAsync(db, row, [.. migrations[row.Id]]);
            }
            catch (InvalidOperationException unplanned)
            {
                drifts.Add(DriftOf(row, NotReplayable, unplanned.Message));
            }
        }

        await foreach (
            WorkflowStep step in steps
                .OrderBy(step => step.InstanceId)
                .ThenBy(step => step.Number)
                .AsAsyncEnumerable()
                .WithCancellation(cancellation)
        )
        {
            comparisons.GetValueOrDefault(step.InstanceId)?.Take(InstanceBook.EntryOf(step));
        }

        ILookup<string, WorkflowBookmark> bookmarks = (
            await db.Set<WorkflowBookmark>()
                .AsNoTracking()
                .Where(one => ids.Contains(one.InstanceId))
                .ToListAsync(cancellation)
        ).ToLookup(one => one.InstanceId);
        ILookup<string, WorkflowTimer> timers = (
            await db.Set<WorkflowTimer>()
                .AsNoTracking()
                .Where(one => ids.Contains(one.InstanceId))
                .ToListAsync(cancellation)
        ).ToLookup(one => one.InstanceId);
        foreach (WorkflowInstance row in rows)
        {
            if (comparisons.GetValueOrDefault(row.Id) is not { } comparison)
            {
                continue;
            }

            if (comparison.Finish(bookmarks[row.Id], timers[row.Id]) is { } difference)
            {
                drifts.Add(DriftOf(row, Differs, difference));
            }
        }

        return drifts;
    }

    /// <summary>All plans that the instance has run are at hand before its history is read.</summary>
    private async Task<HistoryComparison> BeginAsync(
        GovernanceDb db,
        WorkflowInstance row,
        HistoryEntry[] migrations
    )
    {
        string first =
            (string?)migrations.FirstOrDefault()?.Data?["from"] ?? row.DefinitionVersionId;
        Dictionary<string, WorkflowPlan> plans = [];
        foreach (
            string version in migrations.Select(one => (string?)one.Data?["to"] ?? "").Append(first)
        )
        {
            plans[version] = await definitions.PlanOfAsync(db, version);
        }

        return new HistoryComparison(row, plans[first], version => plans[version]);
    }

    private static Drift DriftOf(WorkflowInstance row, string code, string difference) =>
        new(code, row.PartnershipId, new SubjectRef("workflow-instance", row.Id), difference);
}
