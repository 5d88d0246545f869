using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Instances;

/// <summary>
/// Locks an instance that an act does not come to through its subject: the subject's root row first, then the instance, as every
/// act does.
/// </summary>
public sealed class InstanceLocks(IEnumerable<ILockSubjects> locks)
{
    private readonly Dictionary<string, ILockSubjects> _locks = locks.ToDictionary(one =>
        one.SubjectType
    );

    /// <param name="waits">False: pass by what somebody else holds.</param>
    /// <returns>Null when there is none, or it is held and <paramref name="waits"/> is false.</returns>
    public async Task<WorkflowInstance?> LockAsync(Act act, string instanceId, bool waits = true)
    {
        var subject = await act
            .Db.Set<WorkflowInstance>()
            .AsNoTracking()
            .Where(row => row.Id == instanceId)
            .Select(row => new { row.SubjectType, row.SubjectId })
            .SingleOrDefaultAsync();
        if (
            subject is null
            || _locks.TryGetValue(subject.SubjectType, out ILockSubjects? root)
                && !await root.LockAsync(act, subject.SubjectId, waits)
                && !waits
        )
        {
            return null;
        }

        return await RowLocks.LockAsync<WorkflowInstance>(act, instanceId, waits);
    }
}
