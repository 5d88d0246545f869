using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;

namespace Governance.Modules.Scrutiny.Activities;

/// <summary>
/// The ladder inside is used up: the scrutiny function takes the challenge outside by the route that the arrangements name and records
/// it. The seat may still answer.
/// </summary>
public sealed class TakeOutside : ChallengeStep
{
    public const string TypeName = "Governance.TakeChallengeOutside";
    public const string Answered = "Answered";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Scrutiny",
            DisplayName = "Take it outside",
            Description =
                "Asks the scrutiny function to take the challenge outside, as the arrangements say, and waits for its record. An answer that comes after all leads on.",
            Ports = [PortDescriptor.Flow(Answered, "An answer came after all")],
            Inputs = [NoLimit.Because],
        };

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult
            .Keep()
            .Wait(ScrutinyWords.Answered, context.SubjectId)
            .Wait(ScrutinyWords.Referred, context.SubjectId)
            .Effect(ScrutinyWords.OpenExternal, []);

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer) =>
        ActivityResult.Keep();

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        stimulus.Name == ScrutinyWords.Answered
            ? ActivityResult.Complete(Answered)
            : ActivityResult.Keep();

    public override ActivityResult Cancel(ActivityContext context) =>
        ActivityResult.Keep().Effect(ScrutinyWords.CancelAssessment, []);

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new() { Awaits = Awaited.Somebody };

    public override string Sentence(PlannedActivity planned) =>
        "The scrutiny function takes the challenge outside by the route that the arrangements name, and records it.";
}
