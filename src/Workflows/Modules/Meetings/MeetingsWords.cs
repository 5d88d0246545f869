namespace Governance.Modules.Meetings;

/// <summary>Stable names of this module that stand in definitions, histories, the record and notices; they never change.</summary>
public static class MeetingsWords
{
    // Subject types.
    public const string Body = "body";
    public const string Meeting = "meeting";
    public const string Decision = "decision";
    public const string Action = "action";
    public const string Procedure = "writtenProcedure";

    // Kinds of asks.
    public const string AskToAct = "act";
    public const string AskToVerify = "verify";
    public const string AskToAnswer = "answerProcedure";

    /// <summary>Id of the definition that runs a written procedure.</summary>
    public const string ProcedureDefinition = "written-procedure";

    /// <summary>Purpose of a written procedure's clock.</summary>
    public const string ProcedureClock = "writtenProcedure";

    // Stimuli, each under the procedure's id.

    /// <summary>Every place has agreed.</summary>
    public const string ProcedureAgreed = "written-procedure.agreed";

    /// <summary>A place has disagreed, or it was taken back.</summary>
    public const string ProcedureFailed = "written-procedure.failed";

    // Effects.
    public const string OpenProcedure = "written-procedure.open";
    public const string RemindProcedure = "written-procedure.remind";
    public const string ProcedureLimitPassed = "written-procedure.limit-passed";
    public const string CancelProcedure = "written-procedure.cancel";
}
