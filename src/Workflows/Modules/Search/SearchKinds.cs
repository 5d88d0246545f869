namespace Governance.Modules.Search;

/// <summary>What can be found. Stored names and on the wire; never change.</summary>
public static class SearchKinds
{
    public const string Policy = "policy";
    public const string SignOffRound = "signOffRound";
    public const string Comment = "comment";
    public const string Body = "body";
    public const string Meeting = "meeting";
    public const string Minutes = "minutes";
    public const string Decision = "decision";
    public const string Action = "action";
    public const string Procedure = "writtenProcedure";
    public const string Group = "group";
    public const string GroupTask = "groupTask";
    public const string Challenge = "challenge";
    public const string Escalation = "escalation";
    public const string Workflow = "workflow";
    public const string Undertaking = "undertaking";
    public const string Request = "request";
    public const string Calendar = "calendar";
    public const string Person = "person";
    public const string Agency = "agency";

    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Policy,
        Comment,
        SignOffRound,
        Challenge,
        Escalation,
        Meeting,
        Minutes,
        Decision,
        Action,
        Procedure,
        Body,
        Group,
        GroupTask,
        Undertaking,
        Request,
        Workflow,
        Person,
        Agency,
        Calendar,
    ];
}
