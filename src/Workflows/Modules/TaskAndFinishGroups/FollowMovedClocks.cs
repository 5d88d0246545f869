using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>A task whose date was counted in working days has the date of its clock, also after a new calendar version.</summary>
public sealed class FollowMovedClocks : IOnClocksMoved
{
    public async Task HandleAsync(Act act, IReadOnlyList<Clock> moved)
    {
        Dictionary<string, Clock> ofTasks = moved
            .Where(clock => clock.SubjectType == GroupWords.Task)
            .ToDictionary(clock => clock.Id, StringComparer.Ordinal);
        if (ofTasks.Count == 0)
        {
            return;
        }

        string[] ids = [.. ofTasks.Keys];
        List<GroupTask> tasks = await act
            .Db.Set<GroupTask>()
            .Where(task => task.ClockId != null && ids.Contains(task.ClockId))
            .ToListAsync();
        foreach (GroupTask task in tasks)
        {
            task.Due = London.DateOf(ofTasks[task.ClockId!].DueAt);
        }
    }
}
