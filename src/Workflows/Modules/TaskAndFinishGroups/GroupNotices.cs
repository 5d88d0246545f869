using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>What is told about a group, and to whom. Names of groups and dates; no task's words, no person's name.</summary>
internal static class GroupNotices
{
    public static Task CommissionedAsync(Act act, TaskAndFinishGroup group) =>
        TellAsync(
            act,
            group,
            "group.commissioned",
            NoticeMessage.News(NoticeMatter.Group),
            $"Commissioned: {group.Name}",
            $"A task and finish group has been commissioned. Its deliverables are due by {GroupTexts.DateOf(group.Deadline)}; it ends on {GroupTexts.DateOf(group.Sunset)} unless it is extended.",
            Recipient.Seat(group.CommissionedBy),
            Recipient.Role(Roles.PartnershipChair),
            Recipient.Role(Roles.Scrutineer)
        );

    public static Task OwedAsync(Act act, TaskAndFinishGroup group, OwedDuty duty, DateTime due) =>
        TellAsync(
            act,
            group,
            "group.owed-" + duty.What,
            NoticeMessage.Waits(NoticeMatter.Group, due),
            $"{Asking(duty.What)}: {group.Name}",
            $"{GroupTexts.TitleOf(duty.What, duty.Number, group.Name)} is due by {GroupTexts.LimitOf(due)}.",
            Owing(group, duty.What)
        );

    public static Task RemindAsync(
        Act act,
        TaskAndFinishGroup group,
        OwedDuty duty,
        DateTime due
    ) =>
        TellAsync(
            act,
            group,
            "group.reminder-" + duty.What,
            NoticeMessage.StillWaits(NoticeMatter.Group, due),
            $"Still due: {GroupTexts.TitleOf(duty.What, duty.Number, group.Name)}",
            $"It is due by {GroupTexts.LimitOf(due)}.",
            Owing(group, duty.What)
        );

    /// <summary>To those above: for a report the commissioner, for the commissioner the three leads and the partnership's chair.</summary>
    public static Task LateAsync(Act act, TaskAndFinishGroup group, OwedDuty duty, DateTime due) =>
        TellAsync(
            act,
            group,
            "group.late-" + duty.What,
            NoticeMessage.Late(NoticeMatter.Group, due),
            $"{(duty.What == GroupDuties.Report ? "Missed" : "Overdue")}: {GroupTexts.TitleOf(duty.What, duty.Number, group.Name)}",
            $"It was due by {GroupTexts.LimitOf(due)} and has not been done.",
            [
                .. Owing(group, duty.What),
                Recipient.Role(Roles.BusinessUnit),
                .. GroupTexts.IsForChair(duty.What)
                    ? [Recipient.Seat(group.CommissionedBy)]
                    : (Recipient[])[Recipient.Leads, Recipient.Role(Roles.PartnershipChair)],
            ]
        );

    public static Task SunsetNearsAsync(Act act, TaskAndFinishGroup group) =>
        TellAsync(
            act,
            group,
            "group.sunset-nears",
            NoticeMessage.Waits(NoticeMatter.Group),
            $"Ends soon: {group.Name}",
            $"The group ends on {GroupTexts.DateOf(group.Sunset)} unless its commissioner extends it.",
            Recipient.Seat(group.CommissionedBy),
            Chair(group),
            Recipient.Role(Roles.BusinessUnit)
        );

    public static Task RolledAsync(Act act, TaskAndFinishGroup group, GroupTask task) =>
        TellAsync(
            act,
            group,
            "group.task-rolled",
            NoticeMessage.News(NoticeMatter.Group),
            $"Rolled forward three times: task {task.Number} of {group.Name}",
            $"The date of task {task.Number} has been moved for the third time, to {GroupTexts.DateOf(task.Due)}. Its updates say why.",
            Recipient.Seat(group.CommissionedBy),
            Chair(group),
            Recipient.Role(Roles.BusinessUnit)
        );

    public static Task InterimAsync(Act act, TaskAndFinishGroup group) =>
        TellAsync(
            act,
            group,
            "group.interim-chair",
            NoticeMessage.News(NoticeMatter.Group),
            $"The vice-chair stands in: {group.Name}",
            "The chair has left. The vice-chair chairs the group until somebody is appointed; everything that waited for the chair waits for the vice-chair now, by the same dates.",
            Recipient.Group(group.Id),
            Recipient.Seat(group.CommissionedBy),
            Recipient.Role(Roles.BusinessUnit)
        );

    public static Task VacantAsync(Act act, TaskAndFinishGroup group) =>
        TellAsync(
            act,
            group,
            "group.chair-vacant",
            NoticeMessage.Waits(NoticeMatter.Group),
            $"Nobody chairs {group.Name}",
            "The chair has left and there is no vice-chair. The commissioner is asked for a new chair; all dates stay as they are.",
            Recipient.Group(group.Id),
            Recipient.Seat(group.CommissionedBy),
            Recipient.Role(Roles.BusinessUnit)
        );

    public static Task ChairAsync(Act act, TaskAndFinishGroup group) =>
        TellAsync(
            act,
            group,
            "group.chair-appointed",
            NoticeMessage.News(NoticeMatter.Group),
            $"A new chair: {group.Name}",
            "The group has a new chair. Everything that waited for the chair waits for them, by the same dates.",
            Recipient.Group(group.Id),
            Recipient.Seat(group.CommissionedBy)
        );

    public static Task OwnerLeftAsync(Act act, TaskAndFinishGroup group, int tasks) =>
        TellAsync(
            act,
            group,
            "group.owner-left",
            NoticeMessage.Waits(NoticeMatter.Group),
            $"Tasks without an owner: {group.Name}",
            tasks == 1
                ? "The owner of a task has left the group. Give it to somebody else, or drop it with a reason."
                : $"The owner of {tasks} tasks has left the group. Give each to somebody else, or drop it with a reason.",
            Chair(group),
            Recipient.Role(Roles.BusinessUnit)
        );

    public static Task ReportedAsync(Act act, TaskAndFinishGroup group, OwedDuty report) =>
        TellAsync(
            act,
            group,
            "group.report-submitted",
            NoticeMessage.News(NoticeMatter.Group),
            $"Submitted: {GroupTexts.TitleOf(report.What, report.Number, group.Name)}",
            "The report stands on the group’s page.",
            Recipient.Seat(group.CommissionedBy),
            Recipient.Role(Roles.BusinessUnit)
        );

    public static Task ReturnedAsync(Act act, TaskAndFinishGroup group) =>
        TellAsync(
            act,
            group,
            "group.closure-returned",
            NoticeMessage.News(NoticeMatter.Group),
            $"Closure returned: {group.Name}",
            "The commissioner has returned the closure with a reason. The group goes on until it is proposed again.",
            Recipient.Group(group.Id),
            Recipient.Role(Roles.BusinessUnit)
        );

    public static Task SunsetDecidedAsync(Act act, TaskAndFinishGroup group, bool extended) =>
        TellAsync(
            act,
            group,
            extended ? "group.extended" : "group.to-close",
            extended
                ? NoticeMessage.News(NoticeMatter.Group)
                : NoticeMessage.Waits(NoticeMatter.Group),
            extended ? $"Extended: {group.Name}" : $"To close down: {group.Name}",
            extended
                ? $"The group goes on until {GroupTexts.DateOf(group.Sunset)}."
                : "The commissioner has decided that the group ends. Its chair is asked to propose the closure.",
            Recipient.Group(group.Id),
            Recipient.Role(Roles.BusinessUnit)
        );

    public static Task EndedAsync(
        Act act,
        TaskAndFinishGroup group,
        IReadOnlyList<string> people
    ) =>
        TellAsync(
            act,
            group,
            "group.ended",
            NoticeMessage.News(NoticeMatter.Group),
            group.State == GroupStates.Dissolved
                ? $"Dissolved: {group.Name}"
                : $"Stood down: {group.Name}",
            group.State == GroupStates.Dissolved
                ? "The commissioner has accepted the closure. What it brought about, its lessons and who takes on the rest stand on its page."
                : "The commissioner has stood the group down.",
            [
                .. people.Select(Recipient.Person),
                Recipient.Seat(group.CommissionedBy),
                Recipient.Role(Roles.BusinessUnit),
                Recipient.Role(Roles.Scrutineer),
            ]
        );

    private static Recipient Chair(TaskAndFinishGroup group) =>
        Recipient.GroupRole(group.Id, Roles.GroupChair);

    private static Recipient[] Owing(TaskAndFinishGroup group, string what) =>
        GroupTexts.IsForChair(what) ? [Chair(group)] : [Recipient.Seat(group.CommissionedBy)];

    private static string Asking(string what) =>
        what switch
        {
            GroupDuties.Terms => "Please approve the terms of reference",
            GroupDuties.Report => "A progress report falls due",
            GroupDuties.Chair => "Please find a chair",
            GroupDuties.Sunset => "Please extend or close",
            GroupDuties.CloseDown => "Please propose the closure",
            _ => "Please decide on the closure",
        };

    private static Task<int> TellAsync(
        Act act,
        TaskAndFinishGroup group,
        string kind,
        NoticeMessage message,
        string title,
        string text,
        params Recipient[] to
    ) => NoticeBoard.TellAsync(act, new NoticeDraft(kind, message, group.Subject, title, text, to));
}
