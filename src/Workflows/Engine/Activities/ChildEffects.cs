namespace Governance.Engine.Activities;

/// <summary>The effects by which a step looks after the workflow that it runs. Wire names; they stand in histories for ever.</summary>
internal static class ChildEffects
{
    /// <summary>Starts a child: <c>definition</c>, <c>correlation</c>, <c>input</c>, <c>atOnce</c>. Answers where it stands.</summary>
    public const string Start = "workflow.start-child";

    /// <summary>Answers where a child stands.</summary>
    public const string Find = "workflow.find-child";

    /// <summary>Cancels a child that still runs.</summary>
    public const string Cancel = "workflow.cancel-child";

    /// <summary>The child's instance id, in what is asked and in what is answered.</summary>
    public const string Child = "child";

    /// <summary>Why no child could be started.</summary>
    public const string Refused = "refused";

    /// <summary>Whether a wait under this stimulus is for a child; its key is the child's instance id.</summary>
    public static bool IsWaitForChild(string stimulus) =>
        stimulus is ExecuteWorkflow.TypeName or DispatchWorkflow.TypeName;
}
