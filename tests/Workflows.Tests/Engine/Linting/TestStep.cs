using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;

namespace Governance.Tests.Workflows.Engine.Linting;

/// <summary>
/// A step that ends by A or B as it is told: at once (<c>mode=do</c>) or when somebody says so (<c>mode=ask</c>). With <c>does</c> it
/// signs (by A), drafts (undoes signatures while it is open) or publishes (wants a signature).
/// </summary>
internal sealed class TestStep : Activity
{
    public const string Choose = "test.choose";
    public const string Signed = "signed";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Test.Step",
            Category = "Test",
            DisplayName = "Step",
            Description = "Ends as it is told.",
            Ports = [PortDescriptor.Flow("A"), PortDescriptor.Flow("B")],
            Inputs = [NoLimit.Because],
        };

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new()
        {
            Awaits = Asks(planned) ? Awaited.Somebody : Awaited.Nothing,
            Exits =
            [
                new StepExit("A") { Establishes = Does(planned) == "sign" ? [Signed] : [] },
                new StepExit("B"),
            ],
            Requires =
                Does(planned) == "publish"
                    ? [new Requirement(Signed, "test.unsigned", "publishes what is not signed.")]
                    : [],
            Undoes = Does(planned) == "draft" ? [Signed] : [],
        };

    public override ActivityResult Start(ActivityContext context) =>
        Asks(context.Planned)
            ? ActivityResult.Keep().Wait(Choose, context.Planned.Id)
            : ActivityResult.Keep().Effect(Choose, []);

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer) =>
        End(answer.Payload!);

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        End((JsonObject)stimulus.Payload!);

    public static string? Does(PlannedActivity planned) => planned.LiteralText("does");

    private static bool Asks(PlannedActivity planned) => planned.LiteralText("mode") == "ask";

    /// <summary>The coin is what decisions further on go by.</summary>
    private static ActivityResult End(JsonObject told) =>
        ActivityResult
            .Complete(told["outcome"]!.GetValue<string>())
            .Variable("coin", told["coin"]!.GetValue<bool>());
}

/// <summary>Has a step inside and does not say how that runs, or says it as <c>runs</c> wants.</summary>
internal sealed class TestHolder(InnerSteps runs) : Activity
{
    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = $"Test.{runs}",
            Category = "Test",
            DisplayName = "Holder",
            Description = "Runs what is inside.",
            Ports = [PortDescriptor.Embedded("Body"), PortDescriptor.Flow(ActivityResult.Done)],
        };

    public override StepFacts FactsOf(PlannedActivity planned) => new() { Inner = runs };

    public override ActivityResult Start(ActivityContext context) => ActivityResult.Complete();
}
