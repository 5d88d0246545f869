using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>Somebody of the group adds a task: with an owner, a date or working days, and what it has to wait for (DOMAIN B4.4).</summary>
public sealed class AddGroupTask(Acts acts, RunningClocks clocks)
{
    public Task<Result<GroupTaskAnswer>> HandleAsync(
        ActCaller caller,
        string groupId,
        GroupTaskBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<GroupTaskAnswer>
            {
                Name = "group.add-task",
                Caller = caller,
                Permission = GroupPermissions.Progress,
                Locate = act => GroupPlace.LocateAsync(act, groupId),
                Decide = act => DecideAsync(act, groupId, body),
            },
            cancellation
        );

    private async Task<Result<GroupTaskAnswer>> DecideAsync(
        Act act,
        string groupId,
        GroupTaskBody body
    )
    {
        TaskAndFinishGroup group = await GroupPlace.LoadAsync(act, groupId);
        if ((GroupPermissions.CheckMember(act, group) ?? TaskAct.CheckGroup(group)) is { } notNow)
        {
            return notNow;
        }

        if (
            await GroupTask.Of(act.Db, groupId, finished: false).CountAsync()
            >= TaskRules.MostUnfinished
        )
        {
            return GroupRefusals.TooManyTasks;
        }

        DateOnly today = London.DateOf(act.Now);
        string[] dependsOn = [.. (body.DependsOn ?? []).Select(id => id ?? "").Distinct()];
        HashSet<string> known =
        [
            .. await act
                .Db.Set<GroupTask>()
                .Where(task => task.GroupId == groupId && dependsOn.Contains(task.Id))
                .Select(task => task.Id)
                .ToListAsync(),
        ];
        if (
            TaskRules.Add(
                body,
                await IsInGroupAsync(act, group, body.Owner),
                known,
                today,
                group.Sunset
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        GroupTask task = NewTask(act, group, body, today);
        if (body.WorkingDays is { } days)
        {
            await StartClockAsync(act, group, task, days);
            if (task.Due > group.Sunset)
            {
                return Refusal.Invalid("workingDays", TaskRules.PastSunset);
            }
        }

        act.Db.Add(task);
        foreach (string before in dependsOn)
        {
            act.Db.Add(
                new TaskDependency
                {
                    TaskId = task.Id,
                    DependsOnId = before,
                    GroupId = groupId,
                }
            );
        }

        await TaskAsks.AskOwnerAsync(act, group, task);
        TaskLog.Add(act, task, TaskUpdateKinds.Added, null, newDue: task.Due);
        act.Payload = new
        {
            task = task.Id,
            task.Number,
            task.Title,
            owner = task.OwnerId,
            task.Due,
            dependsOn,
        };
        await act.Db.SaveChangesAsync();
        return await GroupTaskBook.AnswerAsync(act.Db, group, task, act.Now);
    }

    /// <summary>Whether somebody is in the group today.</summary>
    internal static async Task<bool> IsInGroupAsync(
        Act act,
        TaskAndFinishGroup group,
        string? personId
    )
    {
        DateOnly today = London.DateOf(act.Now);
        return personId is not null
            && (await GroupPeople.OfGroupAsync(act, group)).Any(a =>
                a.PersonId == personId && a.IsHeldOn(today)
            );
    }

    private static GroupTask NewTask(
        Act act,
        TaskAndFinishGroup group,
        GroupTaskBody body,
        DateOnly today
    ) =>
        new()
        {
            Id = act.NewId(),
            PartnershipId = group.PartnershipId,
            GroupId = group.Id,
            Number = ++group.LastTask,
            Title = body.Title!.Trim(),
            Description = GroupRules.Blank(body.Description),
            State = TaskStates.Open,
            OwnerId = body.Owner!,
            Due = body.Due ?? today,
        };

    /// <summary>Received now; due as DESIGN §6 counts.</summary>
    private async Task StartClockAsync(Act act, TaskAndFinishGroup group, GroupTask task, int days)
    {
        Clock clock = await clocks.StartAsync(
            act,
            new ClockStart
            {
                SubjectType = GroupWords.Task,
                SubjectId = task.Id,
                Purpose = GroupWords.AskForTask,
                Title = $"Task {task.Number} of {group.Name}",
                Limit = ClockLimit.WorkingDays(days),
                ReceivedAt = act.Now,
            }
        );
        task.ClockId = clock.Id;
        task.Due = London.DateOf(clock.DueAt);
    }
}
