using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.TaskAndFinishGroups;

/// <content>Progress reports.</content>
public static partial class GroupBook
{
    /// <summary>Newest first; the one that is due now among them, without a text.</summary>
    public static async Task<Result<Page<GroupReportAnswer>>> ListReportsAsync(
        GovernanceDb db,
        string groupId,
        string personId,
        DateTime now,
        string? after = null,
        int take = 50
    )
    {
        if (after is not null && !Ids.IsId(after))
        {
            return Cursors.Unreadable();
        }

        Result<TaskAndFinishGroup> group = await ReadableAsync(db, groupId, personId, now);
        if (group.IsRefused)
        {
            return group.Refusal;
        }

        List<OwedDuty> found = await db.Set<OwedDuty>()
            .Where(duty => duty.GroupId == groupId && duty.What == GroupDuties.Report)
            .Where(duty => duty.State != OwedStates.Cancelled)
            .Where(duty => after == null || string.Compare(duty.Id, after) < 0)
            .OrderByDescending(duty => duty.Id)
            .Take(take + 1)
            .ToListAsync();
        return new Page<GroupReportAnswer>(
            await ReportsOfAsync(db, [.. found.Take(take)]),
            found.Count > take ? found[take - 1].Id : null
        );
    }

    /// <summary>What the tasks say since the last report, for the chair to edit.</summary>
    public static async Task<Result<GroupReportDraft>> DraftReportAsync(
        GovernanceDb db,
        string groupId,
        string personId,
        DateTime now
    )
    {
        Result<TaskAndFinishGroup> group = await ReadableAsync(db, groupId, personId, now);
        if (group.IsRefused)
        {
            return group.Refusal;
        }

        DateTime since =
            await db.Set<OwedDuty>()
                .Where(duty =>
                    duty.GroupId == groupId
                    && duty.What == GroupDuties.Report
                    && duty.State == OwedStates.Done
                )
                .OrderByDescending(duty => duty.Number)
                .Select(duty => duty.ClosedAt)
                .FirstOrDefaultAsync()
            ?? group.Value.CreatedAt;
        List<GroupTask> tasks = await db.Set<GroupTask>()
            .AsNoTracking()
            .Where(task =>
                task.GroupId == groupId && (!task.IsFinished || task.FinishedAt >= since)
            )
            .OrderBy(task => task.Number)
            .ToListAsync();
        OwedDuty? due = await Owing.FindOpenAsync(db, groupId, GroupDuties.Report);
        return new GroupReportDraft(
            groupId,
            since,
            due is null ? null : (await db.Set<Clock>().FindAsync(due.ClockId))!.DueAt,
            ReportText.Draft(
                group.Value,
                tasks,
                await AppointmentRoll.NamesAsync(db, tasks.Select(task => task.OwnerId)),
                await GroupTaskBook.WaitingAsync(db, groupId),
                since,
                London.DateOf(now)
            )
        );
    }

    internal static async Task<IReadOnlyList<GroupReportAnswer>> ReportsOfAsync(
        GovernanceDb db,
        IReadOnlyList<OwedDuty> reports
    )
    {
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            reports.Select(each => each.ClosedBy).OfType<string>()
        );
        string[] clocks = [.. reports.Select(each => each.ClockId)];
        Dictionary<string, DateTime> due = await db.Set<Clock>()
            .Where(clock => clocks.Contains(clock.Id))
            .ToDictionaryAsync(clock => clock.Id, clock => clock.DueAt);
        return
        [
            .. reports.Select(each => new GroupReportAnswer(
                each.Id,
                each.GroupId,
                each.Number,
                each.State switch
                {
                    OwedStates.Done => "submitted",
                    OwedStates.Missed => "missed",
                    _ => "due",
                },
                due[each.ClockId],
                each.Text,
                each.State == OwedStates.Done ? each.ClosedAt : null,
                each.ClosedBy is { } by ? names.GetValueOrDefault(by, by) : null
            )),
        ];
    }
}
