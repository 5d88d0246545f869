using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Instances;

/// <summary>
/// Locks an instance that an act does not come to through its subject: the subject's root row first, then the instance, as every
/// act does.
/// </summary>
public sealed class InstanceLocks(IEnumerable<ILockSubjects> locks)
{
    private static readonly PreparedQuery<SubjectRef> SubjectOf = new(
        (db, id) =>
            db.Set<WorkflowInstance>()
                .AsNoTracking()
                .Where(row => row.Id == id)
                .Select(row => new SubjectRef(row.SubjectType, row.SubjectId, null))
    );

    private readonly Dictionary<string, ILockSubjects> _locks = locks.ToDictionary(one =>
        one.SubjectType
    );

    /// <param name="waits">False: pass by what somebody else holds.</param>
    /// <returns>Null when there is none, or it is held and <paramref name="waits"/> is false.</returns>
    public async Task<WorkflowInstance?> LockAsync(Act act, string instanceId, bool waits = true)
    {
        SubjectRef? subject = await SubjectOf.SingleOrDefaultAsync(act.Db, instanceId);
        if (
            subject is null
            || _locks.TryGetValue(subject.Type, out ILockSubjects? root)
                && !await root.LockAsync(act, subject.Id, waits)
                && !waits
        )
        {
            return null;
        }

        return await RowLocks.LockAsync<WorkflowInstance>(act, instanceId, waits);
    }
}
