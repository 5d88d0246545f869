using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>Wire names of groups and their tasks in the words that people read.</summary>
internal static class GroupText
{
    public static readonly string[] States =
    [
        "open",
        "started",
        "blocked",
        "completed",
        "dropped",
        "transferred",
    ];

    /// <summary>A task's state for its tag: one that is open has not been started.</summary>
    public static string Shown(string state) => state == "open" ? "notStarted" : state;

    /// <summary>Within a sentence: "the police".</summary>
    public static string Seat(string? seat) => seat is null ? string.Empty : RoleWords.OfSeat(seat);

    public static bool IsFinished(string state) =>
        state is "completed" or "dropped" or "transferred";

    /// <summary>What waits with a limit.</summary>
    public static string Limit(GroupLimit limit) =>
        limit.What switch
        {
            "terms" => "Approval of the terms of reference",
            "report" => $"Progress report {limit.Number}",
            "chair" => "A new chair",
            "sunset" => "Decision whether the group goes on",
            "closure" => "Decision on the closure",
            "closeDown" => "Proposal of the closure",
            _ => Words.Begin(limit.What),
        };

    /// <summary>Who has it.</summary>
    public static string WithWhom(GroupLimit limit) =>
        limit.What is "report" or "closeDown" ? "the chair" : "the commissioner";

    /// <summary>What happened to a task.</summary>
    public static string Update(TaskUpdateAnswer update) =>
        update.Kind switch
        {
            "added" => "Added",
            "note" => "Update",
            "started" => "Started",
            "blocked" => "Blocked",
            "unblocked" => "No longer blocked",
            "rolled" => "Date rolled forward",
            "reassigned" => "Given to somebody else",
            "completed" => "Completed",
            "dropped" => "Dropped",
            "transferred" => "Taken on by somebody else",
            "ownerLeft" => "Its owner left the group",
            "dependencies" => "What it waits for was changed",
            _ => Words.Begin(update.Kind),
        };

    public static string Report(string state) =>
        state switch
        {
            "submitted" => "Submitted",
            "missed" => "Missed",
            _ => "Due",
        };

    public static string NameOf(TaskLink task) => $"{task.Number}. {task.Title}";

    public static string NameOf(GroupTaskAnswer task) => $"{task.Number}. {task.Title}";

    /// <summary>How often a date was moved, and what follows.</summary>
    public static string Rolls(int rolls) =>
        rolls switch
        {
            0 => "never moved",
            1 => "moved once",
            2 => "moved twice",
            _ => $"moved {rolls} times",
        };
}
