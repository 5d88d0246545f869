using Governance.Engine.Instances;
using Governance.Modules.Requests;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention.Holdings;

/// <summary>Something that the partnership undertook, ended with its workflow, and what it asked.</summary>
internal sealed class UndertakingHolding : IHolding
{
    public string Type => RequestsWords.Undertaking;

    public async Task<IReadOnlyList<EndedSubject>> EndedAsync(
        GovernanceDb db,
        string partnershipId,
        DateTime before
    ) =>
        [
            .. (
                await db.Set<Undertaking>()
                    .AsNoTracking()
                    .Where(each => each.PartnershipId == partnershipId)
                    .Join(
                        Instances(db),
                        each => each.Id,
                        instance => instance.SubjectId,
                        (each, instance) => new { each.Id, instance.EndedAt }
                    )
                    .Where(each => each.EndedAt < before)
                    .OrderBy(each => each.EndedAt)
                    .ToListAsync()
            ).Select(each => new EndedSubject(each.Id, Label(each.Id), each.EndedAt!.Value)),
        ];

    public async Task<HeldSubject?> FindAsync(GovernanceDb db, string id)
    {
        Undertaking? undertaking = await db.Set<Undertaking>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.Id == id);
        if (undertaking is null)
        {
            return null;
        }

        var instances = await Instances(db)
            .Where(each => each.SubjectId == id)
            .Select(each => new { each.Id, each.EndedAt })
            .ToListAsync();
        string[] ids = [.. instances.Select(each => each.Id)];
        List<string> requests = await db.Set<WorkRequest>()
            .Where(each => ids.Contains(each.InstanceId))
            .Select(each => each.Id)
            .ToListAsync();
        return new HeldSubject(
            undertaking.PartnershipId,
            id,
            Label(id),
            undertaking.Title,
            instances.Count > 0 && instances.All(each => each.EndedAt is not null)
                ? instances.Max(each => each.EndedAt)
                : null,
            [
                new SubjectRef(Type, id),
                .. requests.Select(each => new SubjectRef(RequestsWords.Request, each)),
            ]
        );
    }

    public IReadOnlyList<IQueryable<object>> Rows(GovernanceDb db, string id)
    {
        IQueryable<string> instances = Instances(db)
            .Where(each => each.SubjectId == id)
            .Select(each => each.Id);
        return
        [
            db.Set<WorkRequest>().Where(each => instances.Contains(each.InstanceId)),
            db.Set<Undertaking>().Where(each => each.Id == id),
        ];
    }

    public Task<IReadOnlyList<string>> ContentsAsync(GovernanceDb db, string id) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    private IQueryable<WorkflowInstance> Instances(GovernanceDb db) =>
        db.Set<WorkflowInstance>().AsNoTracking().Where(each => each.SubjectType == Type);

    private static string Label(string id) => $"Undertaking {id[^8..]}";
}
