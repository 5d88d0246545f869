using Governance.Contracts;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>The refusals of this module, one code a rule. Codes never change once published.</summary>
internal static class GroupRefusals
{
    public static Refusal NotYours { get; } =
        Rule(
            "group.not-yours",
            "Only people of this group and the business unit work on its tasks."
        );

    public static Refusal NotTheChair { get; } =
        Rule(
            "group.not-the-chair",
            "This is for the group's chair, or the business unit on the chair's behalf."
        );

    public static Refusal NotTheCommissioner { get; } =
        Rule(
            "group.not-the-commissioner",
            "This is for the lead or the delegate of the seat that commissioned the group."
        );

    public static Refusal NotTheOwner { get; } =
        Rule(
            "group.not-the-owner",
            "Only the task's owner, the group's chair or the business unit can do this."
        );

    public static Refusal CommissionerChairs { get; } =
        Rule(
            "group.own-work",
            "You chair this group, and nobody accepts their own work. Another holder of the commissioning seat decides."
        );

    public static Refusal Over { get; } =
        State("group.over", "This group has ended. What it left stands in its closure.");

    public static Refusal NotActive { get; } =
        State(
            "group.not-active",
            "The group's terms of reference are not approved yet, so its work cannot be reported on or closed."
        );

    public static Refusal Closing { get; } =
        State(
            "group.closing",
            "The group's closure is before its commissioner. Wait until it is accepted or returned."
        );

    public static Refusal TooManyTasks { get; } =
        State(
            "group.too-many-tasks",
            $"The group has {TaskRules.MostUnfinished} tasks that are not finished. Complete or drop some of them first."
        );

    public static Refusal NoDecision { get; } =
        State(
            "group.no-decision",
            "This commissions nothing: the item was discussed and not decided, because the meeting was not quorate. Take it to a quorate meeting or to a written procedure."
        );

    public static Refusal NoLead { get; } =
        State(
            "group.seat-without-lead",
            "The seat has no lead today, and without a decision only its lead can commission a group."
        );

    public static Refusal StaleTerms { get; } =
        new(
            "group.stale-terms",
            "The terms of reference have changed since you read them. Read the newest version and decide on that.",
            RefusalKind.Conflict
        );

    public static Refusal TermsApproved { get; } =
        State(
            "group.terms-approved",
            "This version of the terms of reference is approved already."
        );

    public static Refusal TermsSame { get; } =
        State(
            "group.terms-unchanged",
            "Nothing has changed since the last version, so no new one was saved."
        );

    public static Refusal NoChair { get; } =
        State("group.no-chair", "Nobody chairs this group now.");

    public static Refusal ChairIsReplaced { get; } =
        State(
            "group.chair-is-replaced",
            "A chair resigns or is replaced, so that it is clear who stands in. Use the resignation, or appoint another chair."
        );

    public static Refusal SamePerson { get; } =
        State("group.chairs-already", "This person chairs the group already.");

    public static Refusal NothingOwed { get; } =
        State(
            "group.no-report-due",
            "No report of this group is awaited now. The next falls due on its date."
        );

    public static Refusal NoClosure { get; } =
        State("group.no-closure", "No closure of this group waits for a decision.");

    public static Refusal TaskFinished { get; } =
        State("group-task.finished", "This task is finished; what was done stands.");

    public static Refusal TaskStarted { get; } =
        State("group-task.started", "This task has been started already.");

    public static Refusal NotBlocked { get; } =
        State("group-task.not-blocked", "This task is not blocked.");

    public static Refusal OwnerLeft { get; } =
        State(
            "group-task.owner-left",
            "The owner of this task has left the group. Give it to somebody else, or drop it with a reason."
        );

    public static Refusal SameOwner { get; } =
        State("group-task.same-owner", "This task is theirs already.");

    public static Refusal SameDependencies { get; } =
        State("group-task.same-dependencies", "The task depends on these already.");

    /// <summary>Names the circle, so that it can be found on the board.</summary>
    public static Refusal Cycle(IReadOnlyList<GroupTask> circle) =>
        State(
            "group-task.cycle",
            $"This would go round in a circle and none of it could ever start: {string.Join(" → ", circle.Select(NameOf))}."
        );

    public static Refusal WaitsFor(IReadOnlyList<GroupTask> unfinished, string what) =>
        State(
            "group-task.waits-for-others",
            $"It cannot be {what} before what it depends on is completed: {string.Join(", ", unfinished.Select(NameOf))}."
        );

    internal static string NameOf(GroupTask task) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{task.Number} “{task.Title}”"
        );

    private static Refusal Rule(string code, string message) =>
        new(code, message, RefusalKind.Forbidden);

    private static Refusal State(string code, string message) =>
        new(code, message, RefusalKind.Conflict);
}
