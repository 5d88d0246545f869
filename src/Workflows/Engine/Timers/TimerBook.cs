using Governance.Engine.Instances;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Timers;

/// <summary>Moves timers that run, for example when a new calendar version moves a clock.</summary>
public static class TimerBook
{
    /// <summary>Moves every timer of the partnership with this key. Returns how many there were.</summary>
    /// <param name="newDue">UTC; a moment that has passed makes it due at once.</param>
    public static async Task<int> MoveAsync(Act act, string key, DateTime newDue)
    {
        string partnershipId = act.PartnershipId;
        await act
            .Db.Set<WorkflowTimer>()
            .Where(timer => timer.PartnershipId == partnershipId && timer.Key == key)
            .LoadAsync();
        WorkflowTimer[] timers =
        [
            .. act
                .Db.Set<WorkflowTimer>()
                .Local.Where(timer => timer.PartnershipId == partnershipId && timer.Key == key),
        ];
        foreach (WorkflowTimer timer in timers)
        {
            timer.DueAt = newDue;
            OpenInstances.Of(act).Find(timer.InstanceId)?.TakeTimers();
        }

        return timers.Length;
    }
}
