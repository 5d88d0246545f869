using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention.Holdings;

/// <summary>A group that has ended, with its tasks, reports, terms, closures and members. Its body that met stays.</summary>
internal sealed class GroupHolding : IHolding
{
    public string Type => GroupWords.Group;

    public async Task<IReadOnlyList<EndedSubject>> EndedAsync(
        GovernanceDb db,
        string partnershipId,
        DateTime before
    ) =>
        [
            .. (
                await db.Set<TaskAndFinishGroup>()
                    .AsNoTracking()
                    .Where(each => each.PartnershipId == partnershipId && each.EndedAt < before)
                    .OrderBy(each => each.EndedAt)
                    .Select(each => new { each.Id, each.EndedAt })
                    .ToListAsync()
            ).Select(each => new EndedSubject(each.Id, Label(each.Id), each.EndedAt!.Value)),
        ];

    public async Task<HeldSubject?> FindAsync(GovernanceDb db, string id)
    {
        TaskAndFinishGroup? group = await db.Set<TaskAndFinishGroup>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.Id == id);
        if (group is null)
        {
            return null;
        }

        List<string> tasks = await db.Set<GroupTask>()
            .Where(each => each.GroupId == id)
            .Select(each => each.Id)
            .ToListAsync();
        List<string> duties = await db.Set<OwedDuty>()
            .Where(each => each.GroupId == id)
            .Select(each => each.Id)
            .ToListAsync();
        return new HeldSubject(
            group.PartnershipId,
            id,
            Label(id),
            group.Name,
            group.EndedAt,
            [
                new SubjectRef(Type, id),
                .. tasks.Select(each => new SubjectRef(GroupWords.Task, each)),
                .. duties.Select(each => new SubjectRef("groupDuty", each)),
            ]
        );
    }

    public IReadOnlyList<IQueryable<object>> Rows(GovernanceDb db, string id) =>
        [
            db.Set<TaskDependency>().Where(each => each.GroupId == id),
            db.Set<TaskUpdate>().Where(each => each.GroupId == id),
            db.Set<GroupTask>().Where(each => each.GroupId == id),
            db.Set<OwedDuty>().Where(each => each.GroupId == id),
            db.Set<GroupClosure>().Where(each => each.GroupId == id),
            db.Set<GroupMembership>().Where(each => each.GroupId == id),
            db.Set<TermsOfReference>().Where(each => each.GroupId == id),
            db.Set<TaskAndFinishGroup>().Where(each => each.Id == id),
        ];

    public Task<IReadOnlyList<string>> ContentsAsync(GovernanceDb db, string id) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    private static string Label(string id) => $"Task and finish group {id[^8..]}";
}
