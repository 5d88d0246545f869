using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>Opens and closes what is owed in a group: the row, its ask and its clock, always as part of somebody's act.</summary>
public sealed class Owing(RunningClocks clocks)
{
    /// <summary>What is owed of this kind now; null when nothing is.</summary>
    internal static Task<OwedDuty?> FindOpenAsync(GovernanceDb db, string groupId, string what)
    {
        string key = OwedDuty.OpenKeyOf(groupId, what);
        return db.Set<OwedDuty>().SingleOrDefaultAsync(duty => duty.OpenKey == key);
    }

    /// <summary>
    /// Opens one. What is open already is taken up again, so that a workflow can come back to it. A report is received when the one
    /// before it was due, so that the cadence does not slip with the host.
    /// </summary>
    internal async Task<OwedDuty> OpenAsync(
        Act act,
        TaskAndFinishGroup group,
        string what,
        int? workingDays,
        IReadOnlyList<int> reminders
    )
    {
        // What the act has closed already is closed for the question that follows, too.
        await act.Db.SaveChangesAsync();
        if (await FindOpenAsync(act.Db, group.Id, what) is { } open)
        {
            return open;
        }

        OwedDuty? before = await act
            .Db.Set<OwedDuty>()
            .Where(duty => duty.GroupId == group.Id && duty.What == what)
            .OrderByDescending(duty => duty.Number)
            .FirstOrDefaultAsync();
        DateTime? previousDue =
            what == GroupDuties.Report && before is not null
                ? (await act.Db.Set<Clock>().FindAsync(before.ClockId))!.DueAt
                : null;
        int number = (before?.Number ?? 0) + 1;
        Clock clock = await clocks.StartAsync(
            act,
            new ClockStart
            {
                SubjectType = GroupWords.Group,
                SubjectId = group.Id,
                Purpose = "group." + what,
                Title = GroupTexts.TitleOf(what, number, group.Name),
                Seat = GroupTexts.IsForChair(what) ? null : group.CommissionedBy,
                Limit = ClockLimit.WorkingDays(workingDays ?? group.ReportEvery),
                ReceivedAt = previousDue ?? act.Now,
                Escalated = previousDue is not null,
                ReminderWorkingDays = reminders,
            }
        );
        Ask ask = await AskBook.OpenAsync(act, Asked(group, what, clock));
        OwedDuty duty = new()
        {
            Id = act.NewId(),
            PartnershipId = group.PartnershipId,
            GroupId = group.Id,
            What = what,
            Number = number,
            ClockId = clock.Id,
            AskId = ask.Id,
            OpenedAt = act.Now,
            State = OwedStates.Open,
            OpenKey = OwedDuty.OpenKeyOf(group.Id, what),
        };
        act.Db.Add(duty);
        await GroupNotices.OwedAsync(act, group, duty, clock.DueAt);
        return duty;
    }

    /// <summary>Done by the act's caller; null when nothing of the kind was owed.</summary>
    internal async Task<OwedDuty?> DoneAsync(Act act, TaskAndFinishGroup group, string what)
    {
        OwedDuty? duty = await FindOpenAsync(act.Db, group.Id, what);
        if (duty is null)
        {
            return null;
        }

        duty.Close(OwedStates.Done, act.Caller.PersonId, act.Now);
        await clocks.MeetAsync(act, duty.ClockId);
        await AskBook.CompleteAsync(act, duty.AskId);
        return duty;
    }

    /// <summary>No longer owed, for a reason of the product's own words.</summary>
    internal async Task CancelAsync(Act act, OwedDuty duty, string state, string why)
    {
        if (duty.State != OwedStates.Open)
        {
            return;
        }

        duty.Close(state, null, act.Now);
        await clocks.StopAsync(act, duty.ClockId, why);
        await AskBook.CancelAsync(act, duty.AskId, why);
    }

    /// <summary>The same by what is owed; nothing where nothing is.</summary>
    internal async Task CancelOpenAsync(Act act, string groupId, string what, string why)
    {
        if (await FindOpenAsync(act.Db, groupId, what) is { } duty)
        {
            await CancelAsync(act, duty, OwedStates.Cancelled, why);
        }
    }

    /// <summary>The chair is asked by role, so that whoever follows in the chair finds it; the commissioner by seat.</summary>
    private static AskDraft Asked(TaskAndFinishGroup group, string what, Clock clock) =>
        GroupTexts.IsForChair(what)
            ? new AskDraft(
                GroupWords.AskKindOf(what),
                group.Subject,
                group.Name,
                Role: Roles.GroupChair,
                GroupId: group.Id,
                DueAt: clock.DueAt,
                ClockId: clock.Id
            )
            : new AskDraft(
                GroupWords.AskKindOf(what),
                group.Subject,
                group.Name,
                Seat: group.CommissionedBy,
                DueAt: clock.DueAt,
                ClockId: clock.Id
            );
}
