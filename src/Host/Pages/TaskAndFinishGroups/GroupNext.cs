using Governance.Contracts;
using Governance.Modules.Calendars;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>The one thing that the viewer should do next in a group: the button on top of its page.</summary>
internal sealed record GroupNext(string Address, string Text)
{
    /// <summary>A report is offered on top only when it falls due within this many working days.</summary>
    private const int SoonWorkingDays = 5;

    public static GroupNext? Of(
        GroupAnswer group,
        GroupRights rights,
        DateOnly today,
        WorkingCalendar calendar
    )
    {
        if (rights.IsOver)
        {
            return null;
        }

        if (rights.IsCommissioner && group.Closure is { State: "proposed" })
        {
            return new("/closure/decision", "Decide on the closure");
        }

        if (rights.IsCommissioner && group.Terms is { Approved: null })
        {
            return new("/terms", "Read and approve the terms of reference");
        }

        if (rights.MayAppointChair && group.VacantSince is not null)
        {
            return new("/chair", "Appoint a chair");
        }

        if (rights.IsCommissioner && Owed(group, "sunset") is not null)
        {
            return new("/sunset", "Decide whether the group goes on");
        }

        if (rights.IsChair && Owed(group, "closeDown") is not null)
        {
            return new("/closure", "Propose the closure");
        }

        if (
            rights.IsChair
            && Owed(group, "report") is { } report
            && (
                report.Late
                || calendar.WorkingDaysBetween(today, London.DateOf(report.Due)) <= SoonWorkingDays
            )
        )
        {
            return new("/reports/new", $"Write progress report {report.Number}");
        }

        return rights is { IsMember: true, NotWorking: null }
            ? new("/tasks/new", "Add a task")
            : null;
    }

    private static GroupLimit? Owed(GroupAnswer group, string what) =>
        group.Limits.FirstOrDefault(limit => limit.What == what);
}
