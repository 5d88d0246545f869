using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;

namespace Governance.Modules.Escalation.Activities;

/// <summary>Opens the next stage of the challenge's ladder; after the last one the challenge ends unresolved.</summary>
public sealed class ClimbLadder : Activity
{
    public const string TypeName = "Governance.ClimbLadder";
    public const string Opened = "Opened";
    public const string Ended = "Ended";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Challenges",
            DisplayName = "Climb the ladder",
            Description =
                "Opens the next stage of the challenge’s ladder, the one that it enters at first. After the last stage the challenge ends unresolved.",
            Ports =
            [
                PortDescriptor.Flow(Opened, "Stage opened"),
                PortDescriptor.Flow(Ended, "After the last stage"),
            ],
        };

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult.Keep().Effect(EscalationWords.OpenStage, []);

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer) =>
        ActivityResult.Complete(answer.Payload!["ended"] is null ? Opened : Ended);

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new() { Exits = [new StepExit(Opened), new StepExit(Ended)] };

    public override string Sentence(PlannedActivity planned) =>
        "Opens the next stage of the ladder; after the last one the challenge ends unresolved.";
}
