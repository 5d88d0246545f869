using System.Text.Json.Nodes;
using Governance.Engine.Activities;
using Governance.Engine.Interpreter;

namespace Governance.Tests.Workflows.Engine;

/// <summary>A step that has a child already and begins again, as it does when an operator tries it once more.</summary>
public sealed class ChildStepTests
{
    [Theory]
    [InlineData("Finished", "Completed")]
    [InlineData("Suspended", "Suspended")]
    [InlineData("Faulted", "Faulted")]
    public void Start_WithAChildFromBefore_LooksAfterThatOneAndStartsNoOther(
        string subStatus,
        string becomes
    )
    {
        EngineRig rig = Waiting();
        Interpretation again = Again(rig);
        Assert.Equal(ChildEffects.Find, Assert.Single(again.State.Effects).Kind);

        Interpretation after = Answer(rig, again.State, subStatus);

        Assert.Empty(after.State.Effects);
        Assert.Contains(after.History, e => e.Event == becomes && e.ActivityId == "x");
    }

    [Fact]
    public void Start_WithAChildThatWasCancelled_StartsAnother()
    {
        EngineRig rig = Waiting();

        Interpretation after = Answer(rig, Again(rig).State, "Cancelled");

        Assert.Equal(ChildEffects.Start, Assert.Single(after.State.Effects).Kind);
    }

    private static EngineRig Waiting() =>
        new EngineRig(
            Flow.Chart(
                "s Start\nx ExecuteWorkflow workflowDefinitionId=child & waitForCompletion=true\ne Event eventName=E",
                "s>x, s>e"
            )
        )
        {
            Answers = _ => Child("Suspended"),
        }.Begin();

    /// <summary>The step is scheduled once more, with the memory that it had.</summary>
    private static Interpretation Again(EngineRig rig)
    {
        WorkflowState state = StateJson.Read(StateJson.Write(rig.State));
        StepState step = state.Steps.Single(one => one.ActivityId == "x");
        step.Status = StepStatus.Scheduled;
        state.Waits.RemoveAll(wait => wait.Step == step.Id);
        state.Queue.Add(step.Id);
        int other = Assert.Single(state.Waits).Id;
        return WorkflowInterpreter.Run(
            rig.Plan,
            state,
            new EngineStimulus.Occurred(other, null),
            rig.Now
        );
    }

    private static Interpretation Answer(EngineRig rig, WorkflowState state, string subStatus) =>
        WorkflowInterpreter.Run(
            rig.Plan,
            state,
            new EngineStimulus.Answered(state.Effects[0].Id, Child(subStatus)),
            rig.Now
        );

    private static JsonObject Child(string subStatus) =>
        new()
        {
            ["child"] = "c1",
            ["definition"] = "child",
            ["status"] = subStatus == "Suspended" ? "Running" : "Finished",
            ["subStatus"] = subStatus,
            ["output"] = new JsonObject(),
        };
}
