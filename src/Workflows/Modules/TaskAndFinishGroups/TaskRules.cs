using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>What may be done with a task (DOMAIN B4.4, B4.5). Pure: a refusal, or null.</summary>
internal static class TaskRules
{
    /// <summary>Bracknell Forest's board found "many actions … rolled forward without an update"; the third time somebody else looks (DOMAIN A4).</summary>
    public const int RollsThatEscalate = 3;

    public const int MostWorkingDays = 260;
    public const int MostDependencies = 50;

    /// <summary>What one group can have to do at one time; a page shows all of it, and so does its report.</summary>
    public const int MostUnfinished = 500;

    public static Refusal? Start(GroupTask task, TaskGraph graph) =>
        task switch
        {
            { IsFinished: true } => GroupRefusals.TaskFinished,
            { OwnerLeftAt: not null } => GroupRefusals.OwnerLeft,
            { StartedAt: not null } => GroupRefusals.TaskStarted,
            _ => graph.Unfinished(task.Id) is { Count: > 0 } before
                ? GroupRefusals.WaitsFor(before, "started")
                : null,
        };

    public static Refusal? Complete(GroupTask task, TaskGraph graph) =>
        task switch
        {
            { IsFinished: true } => GroupRefusals.TaskFinished,
            { OwnerLeftAt: not null } => GroupRefusals.OwnerLeft,
            _ => graph.Unfinished(task.Id) is { Count: > 0 } before
                ? GroupRefusals.WaitsFor(before, "completed")
                : null,
        };

    /// <summary>A date moves on only with an update, to a later day, and not beyond the group's own end.</summary>
    public static Refusal? RollForward(
        GroupTask task,
        TaskRollForwardBody body,
        DateOnly today,
        DateOnly sunset
    )
    {
        if (task.IsFinished)
        {
            return GroupRefusals.TaskFinished;
        }

        FieldErrors errors = new();
        errors.When(body.Due is null, "due", "Give the new date.");
        errors.When(
            body.Due <= task.Due || body.Due < today,
            "due",
            "The new date lies after the present one, and not in the past."
        );
        errors.When(body.Due > sunset, "due", PastSunset);
        GroupRules.Text(
            errors,
            body.Update,
            "update",
            GroupRules.MostReason,
            "Say what has been done and why it takes longer: a date is not rolled forward without an update."
        );
        return errors.AsRefusal();
    }

    /// <summary>Whether this roll is told to the commissioner: the third, once.</summary>
    public static bool Escalates(GroupTask task) =>
        task.Rolls >= RollsThatEscalate && task.EscalatedAt is null;

    public static Refusal? Block(GroupTask task, string? reason) =>
        task.IsFinished
            ? GroupRefusals.TaskFinished
            : GroupRules
                .Required(reason, "reason", "Say what stands in the way, and who could move it.")
                .Refusal;

    public static Refusal? Reassign(GroupTask task, bool ownerIsInGroup, TaskReassignmentBody body)
    {
        if (task.IsFinished)
        {
            return GroupRefusals.TaskFinished;
        }

        FieldErrors errors = new();
        errors.When(!ownerIsInGroup, "owner", NotInGroup);
        GroupRules.Text(
            errors,
            body.Reason,
            "reason",
            GroupRules.MostReason,
            "Say why the task goes to somebody else."
        );
        return errors.AsRefusal()
            ?? (
                task.OwnerId == body.Owner && task.OwnerLeftAt is null
                    ? GroupRefusals.SameOwner
                    : null
            );
    }

    public static Refusal? Add(
        GroupTaskBody body,
        bool ownerIsInGroup,
        IReadOnlyCollection<string> known,
        DateOnly today,
        DateOnly sunset
    )
    {
        FieldErrors errors = new();
        GroupRules.Text(
            errors,
            body.Title,
            "title",
            GroupTask.MostTitle,
            "Say what is to be done."
        );
        errors.When(!ownerIsInGroup, "owner", NotInGroup);
        errors.When(
            body.Description?.Length > GroupRules.MostReason,
            "description",
            $"Keep this to {GroupRules.MostReason} characters."
        );
        bool both = body.WorkingDays is not null && body.Due is not null;
        bool neither = body.WorkingDays is null && body.Due is null;
        errors.When(both || neither, "due", "Give working days or a date, one of the two.");
        errors.When(
            body.WorkingDays is < 1 or > MostWorkingDays,
            "workingDays",
            $"Give 1 to {MostWorkingDays} working days."
        );
        errors.When(body.Due < today, "due", "This date has passed already.");
        errors.When(body.Due > sunset, "due", PastSunset);
        CheckDependencies(errors, body.DependsOn, known);
        return errors.AsRefusal();
    }

    public static Refusal? Depend(
        GroupTask task,
        TaskDependenciesBody body,
        IReadOnlyCollection<string> known
    )
    {
        if (task.IsFinished)
        {
            return GroupRefusals.TaskFinished;
        }

        FieldErrors errors = new();
        CheckDependencies(errors, body.DependsOn, known);
        return errors.AsRefusal();
    }

    internal const string PastSunset =
        "The group ends before that date. Ask its commissioner to extend it first.";

    private const string NotInGroup = "Name somebody who is in the group today.";

    private static void CheckDependencies(
        FieldErrors errors,
        IReadOnlyList<string?>? dependsOn,
        IReadOnlyCollection<string> known
    )
    {
        errors.When(
            dependsOn?.Any(id => id is null || !known.Contains(id)) == true,
            "dependsOn",
            "A task depends on tasks of its own group only."
        );
        errors.When(
            dependsOn?.Count > MostDependencies,
            "dependsOn",
            $"Name up to {MostDependencies} tasks."
        );
    }
}
