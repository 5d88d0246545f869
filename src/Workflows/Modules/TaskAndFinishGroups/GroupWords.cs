namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>Stable names of this module that stand in definitions, histories, the record and notices; they never change.</summary>
public static class GroupWords
{
    /// <summary>Subject types.</summary>
    public const string Group = "group";
    public const string Task = "groupTask";

    /// <summary>Id of the framework's definition.</summary>
    public const string Definition = "task-and-finish-group";

    // Kinds of asks. A limit's ask is called after what is owed.
    public const string AskForTask = "groupTask";
    public const string AskToReassign = "reassignGroupTask";

    // Stimuli, each under the group's id.
    public const string TermsProposed = "group.terms-proposed";
    public const string TermsApproved = "group.terms-approved";
    public const string ReportSubmitted = "group.report-submitted";
    public const string ChairVacant = "group.chair-vacant";
    public const string ChairFilled = "group.chair-filled";
    public const string PeopleChanged = "group.people-changed";
    public const string SunsetMoved = "group.sunset-moved";
    public const string Extended = "group.extended";
    public const string ToClose = "group.to-close";
    public const string ClosureProposed = "group.closure-proposed";
    public const string ClosureAccepted = "group.closure-accepted";
    public const string ClosureReturned = "group.closure-returned";
    public const string StoodDown = "group.stood-down";

    // Effects.
    public const string OpenDuty = "group.open-duty";
    public const string Remind = "group.remind";
    public const string LimitPassed = "group.limit-passed";
    public const string CancelDuty = "group.cancel-duty";
    public const string AwaitSunset = "group.await-sunset";
    public const string RemindOfSunset = "group.remind-of-sunset";
    public const string FollowPeople = "group.follow-people";

    internal static string AskKindOf(string duty) =>
        duty switch
        {
            GroupDuties.Terms => "approveTerms",
            GroupDuties.Report => "submitReport",
            GroupDuties.Chair => "appointChair",
            GroupDuties.Sunset => "decideSunset",
            GroupDuties.CloseDown => "proposeClosure",
            GroupDuties.Closure => "acceptClosure",
            _ => throw new ArgumentOutOfRangeException(nameof(duty), duty, "No such duty."),
        };
}
