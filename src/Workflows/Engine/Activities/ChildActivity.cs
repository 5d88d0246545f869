using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Expressions;
using Governance.Engine.Interpreter;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;

namespace Governance.Engine.Activities;

/// <summary>
/// A step that runs another workflow about the same subject. The child has what happens in it recorded in a history of its own.
/// A child that faults or is cancelled while the step waits for it faults the step, by name; a retry looks after the same child
/// again and starts another one only when the first was cancelled. A step that is cancelled cancels the child it waits for.
/// </summary>
internal abstract class ChildActivity : Activity
{
    private const string Child = "child";
    private const string Found = "found";

    protected static InputDescriptor[] CommonInputs { get; } =
    [
        new()
        {
            Name = "WorkflowDefinitionId",
            DisplayName = "Workflow Definition",
            Description = "The definition to run, in its published version.",
            UiHint = "workflow-definition-picker",
        },
        new()
        {
            Name = "CorrelationId",
            DisplayName = "Correlation ID",
            Description = "The correlation id of the new run. No personal data.",
        },
        new()
        {
            Name = "Input",
            DisplayName = "Input",
            Description = "The values that it starts with, by name.",
            TypeName = "Object",
            UiHint = "dictionary",
            DefaultSyntax = "Object",
        },
        new()
        {
            Name = "WaitForCompletion",
            DisplayName = "Wait for completion",
            Description = "Go on only when it has finished.",
            TypeName = "System.Boolean",
            UiHint = "checkbox",
            DefaultValue = JsonValue.Create(false),
        },
        NoLimit.Because,
    ];

    /// <summary>Whether the child runs before this workflow goes on, or only once it has come to rest.</summary>
    protected abstract bool RunsAtOnce { get; }

    internal override bool StartsAgainWhenRetried => true;

    /// <summary>What the step hands on, of a child that it need not wait for any longer.</summary>
    protected abstract JsonNode? ResultOf(JsonObject child);

    /// <summary>
    /// What the other workflow does is not known here, so nothing that held before it can be relied on after it. How long it takes is
    /// not known either.
    /// </summary>
    public override StepFacts FactsOf(PlannedActivity planned) =>
        Waits(planned)
            ? new()
            {
                Awaits = Awaited.Somebody,
                Exits = [new StepExit(ActivityResult.Done) { AtOnce = true, UndoesAll = true }],
                UndoesAll = true,
            }
            : new() { Exits = [new StepExit(ActivityResult.Done) { UndoesAll = true }] };

    public override string Sentence(PlannedActivity planned) =>
        $"{(RunsAtOnce ? "Runs" : "Sets going")} the workflow ‘{PlainInput.Of(planned, "WorkflowDefinitionId")}’ about the same matter"
        + (Waits(planned) ? ", and goes on when it is over." : ".");

    public override ActivityResult Start(ActivityContext context) =>
        context.Memory[Child] is { } child
            ? ActivityResult
                .Keep()
                .Effect(ChildEffects.Find, new JsonObject { [Child] = child.DeepClone() }, Found)
            : Launch(context);

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer)
    {
        JsonObject child = answer.Payload!;
        if (child[ChildEffects.Refused] is { } why)
        {
            return ActivityResult.Fault(why.GetValue<string>());
        }

        if (answer.Tag == Found && Is(child, WorkflowSubStatus.Cancelled))
        {
            context.Memory.Remove(Child);
            return Launch(context);
        }

        context.Memory[Child] = child[ChildEffects.Child]!.DeepClone();
        return context.Flag("WaitForCompletion") ? After(child) : Done(child);
    }

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        After((JsonObject)stimulus.Payload!);

    public override ActivityResult Cancel(ActivityContext context) =>
        context.Memory[Child] is { } child
            ? ActivityResult
                .Keep()
                .Effect(ChildEffects.Cancel, new JsonObject { [Child] = child.DeepClone() })
            : ActivityResult.Keep();

    /// <summary>Whether it waits, as far as the definition says: what is only known in an instance may.</summary>
    private static bool Waits(PlannedActivity planned) =>
        planned.Given("WaitForCompletion") is { } given
        && given is not LiteralExpression { Value: null }
        && !(
            given is LiteralExpression literal
            && string.Equals(literal.Value!.ToString(), "false", StringComparison.OrdinalIgnoreCase)
        );

    private ActivityResult Launch(ActivityContext context)
    {
        JsonNode? input = context.Value("Input");
        if (input is not (null or JsonObject))
        {
            return ActivityResult.Fault("The input Input wants values by name.");
        }

        return ActivityResult
            .Keep()
            .Effect(
                ChildEffects.Start,
                new JsonObject
                {
                    ["definition"] = context.RequiredText("WorkflowDefinitionId"),
                    ["correlation"] = context.Text("CorrelationId"),
                    ["input"] = input,
                    ["atOnce"] = RunsAtOnce,
                }
            );
    }

    private ActivityResult After(JsonObject child)
    {
        string id = child[ChildEffects.Child]!.GetValue<string>();
        return Is(child, WorkflowSubStatus.Finished) ? Done(child)
            : Is(child, WorkflowSubStatus.Faulted)
                ? ActivityResult.Fault(
                    $"{Named(child)} has faulted: {child["incident"]?.GetValue<string>()}"
                )
            : Is(child, WorkflowSubStatus.Cancelled)
                ? ActivityResult.Fault($"{Named(child)} was cancelled.")
            : ActivityResult.Keep().Wait(Descriptor.TypeName, id);
    }

    private ActivityResult Done(JsonObject child) =>
        ActivityResult.Complete().Output("Result", ResultOf(child));

    private static string Named(JsonObject child) =>
        $"The workflow {child["definition"]?.GetValue<string>()} (instance {child[ChildEffects.Child]?.GetValue<string>()}) that this step waits for";

    private static bool Is(JsonObject child, WorkflowSubStatus subStatus) =>
        child["subStatus"]?.GetValue<string>() == subStatus.ToString();
}
