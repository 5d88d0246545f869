using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>
/// Task and finish groups: what they are for, their newest and their approved terms of reference, what they have reported, and how they
/// ended.
/// </summary>
internal sealed class SearchedGroups : ISearchSource
{
    public string Kind => SearchKinds.Group;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } = [GroupPermissions.Read];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row switch
        {
            TaskAndFinishGroup group => [group.Id],
            TermsOfReference terms => [terms.GroupId],
            OwedDuty duty => [duty.GroupId],
            GroupClosure closure => [closure.GroupId],
            _ => [],
        };

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    )
    {
        List<TaskAndFinishGroup> groups = await db.Set<TaskAndFinishGroup>()
            .AsNoTracking()
            .Where(group => subjects.Contains(group.Id))
            .ToListAsync();
        ILookup<string, TermsOfReference> terms = (
            await db.Set<TermsOfReference>()
                .AsNoTracking()
                .Where(each => subjects.Contains(each.GroupId))
                .OrderByDescending(each => each.Number)
                .ToListAsync()
        ).ToLookup(each => each.GroupId, StringComparer.Ordinal);
        ILookup<string, OwedDuty> reports = (
            await db.Set<OwedDuty>()
                .AsNoTracking()
                .Where(duty => subjects.Contains(duty.GroupId) && duty.What == GroupDuties.Report)
                .Where(duty => duty.State != OwedStates.Cancelled && duty.Text != null)
                .OrderByDescending(duty => duty.Id)
                .ToListAsync()
        ).ToLookup(duty => duty.GroupId, StringComparer.Ordinal);
        ILookup<string, GroupClosure> closures = (
            await db.Set<GroupClosure>()
                .AsNoTracking()
                .Where(closure => subjects.Contains(closure.GroupId))
                .OrderByDescending(closure => closure.Number)
                .ToListAsync()
        ).ToLookup(closure => closure.GroupId, StringComparer.Ordinal);
        return
        [
            .. groups.Select(group => new SearchDraft(
                group.PartnershipId,
                group.Id,
                group.Name,
                SearchDraft.Text([
                    group.Purpose,
                    group.Scope,
                    .. Words(group.Deliverables),
                    .. terms[group.Id]
                        .Where(each =>
                            each.Number == group.NewestTerms || each.Number == group.ApprovedTerms
                        )
                        .Select(each => each.Text),
                    .. reports[group.Id].Select(report => report.Text),
                    .. closures[group.Id]
                        .SelectMany(closure =>
                            (IEnumerable<string?>)
                                [.. Words(closure.Deliverables), closure.Lessons, closure.Reason]
                        ),
                    group.EndReason,
                    group.Lessons,
                ]),
                group.EndedAt
                    ?? reports[group.Id].Select(report => report.ClosedAt).FirstOrDefault()
                    ?? group.CreatedAt,
                SearchKeys.May(GroupPermissions.Read)
            )
            {
                State = group.State,
                GroupId = group.Id,
                Seats = [group.CommissionedBy],
            }),
        ];
    }

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<TaskAndFinishGroup>()
            .Select(group => group.Id)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();

    private static IEnumerable<string?> Words(IEnumerable<GroupDeliverable> deliverables) =>
        deliverables
            .OrderBy(each => each.Number)
            .SelectMany(each => (string?[])[each.Text, each.Outcome]);
}

/// <summary>Tasks of groups with their updates and evidence.</summary>
internal sealed class SearchedGroupTasks : ISearchSource
{
    public string Kind => SearchKinds.GroupTask;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } = [GroupPermissions.Read];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row switch
        {
            GroupTask task => [task.Id],
            TaskUpdate update => [update.TaskId],
            _ => [],
        };

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    )
    {
        List<GroupTask> tasks = await db.Set<GroupTask>()
            .AsNoTracking()
            .Where(task => subjects.Contains(task.Id))
            .ToListAsync();
        ILookup<string, TaskUpdate> updates = (
            await db.Set<TaskUpdate>()
                .AsNoTracking()
                .Where(update => subjects.Contains(update.TaskId))
                .OrderByDescending(update => update.Id)
                .ToListAsync()
        ).ToLookup(update => update.TaskId, StringComparer.Ordinal);
        return
        [
            .. tasks.Select(task => new SearchDraft(
                task.PartnershipId,
                task.Id,
                task.Title,
                SearchDraft.Text([
                    task.Description,
                    task.BlockedReason,
                    task.Evidence,
                    task.EndReason,
                    .. updates[task.Id].Select(update => update.Text),
                ]),
                updates[task.Id].Select(update => (DateTime?)update.At).FirstOrDefault()
                    ?? task.FinishedAt
                    ?? task.StartedAt
                    ?? Made(task.Id),
                SearchKeys.May(GroupPermissions.Read)
            )
            {
                State = task.State,
                GroupId = task.GroupId,
            }),
        ];
    }

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<GroupTask>()
            .Select(task => task.Id)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();

    /// <summary>The task does not keep when it was added; its id does.</summary>
    private static DateTime Made(string id) => Ids.MadeAt(id) ?? DateTime.UnixEpoch;
}
