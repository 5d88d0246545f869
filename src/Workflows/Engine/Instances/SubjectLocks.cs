using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Instances;

/// <summary>
/// Locks the root row of one type of subject, so that acts which begin at an instance (timers) lock in the same order as acts
/// that begin at the subject: the subject first, then the instance. A module registers one for each subject type that it
/// starts workflows about: <c>services.AddSingleton&lt;ILockSubjects&gt;(new SubjectLock&lt;Policy&gt;("policy"))</c>.
/// </summary>
public interface ILockSubjects
{
    string SubjectType { get; }

    /// <param name="waits">False: do not wait for somebody who holds the row.</param>
    /// <returns>False when the row is held by another (or does not exist).</returns>
    Task<bool> LockAsync(Act act, string id, bool waits);
}

/// <summary>The lock of a subject whose root row is a <typeparamref name="T"/>.</summary>
public sealed class SubjectLock<T>(string subjectType) : ILockSubjects
    where T : class, IRoot
{
    public string SubjectType => subjectType;

    public async Task<bool> LockAsync(Act act, string id, bool waits) =>
        await RowLocks.LockAsync<T>(act, id, waits) is not null;
}

/// <summary>Locks a row, or passes it by when somebody else holds it.</summary>
internal static class RowLocks
{
    public static async Task<T?> LockAsync<T>(Act act, string id, bool waits)
        where T : class, IRoot
    {
        if (waits || !act.Db.LocksRows)
        {
            return await act.LockAsync<T>(id);
        }

        return await act.Db.RowById<T>(id, RowLock.ChangeOrPass).SingleOrDefaultAsync();
    }
}
