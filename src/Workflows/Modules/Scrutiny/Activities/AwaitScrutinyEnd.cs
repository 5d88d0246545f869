using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;

namespace Governance.Modules.Scrutiny.Activities;

/// <summary>
/// Waits, beside everything else, for the scrutiny function to end the challenge. It is the only step after which a challenge's
/// workflow may end (<see cref="OnlyScrutinyEnds"/>).
/// </summary>
public sealed class AwaitScrutinyEnd : ChallengeStep
{
    public const string TypeName = "Governance.AwaitScrutinyEnd";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Scrutiny",
            DisplayName = "Await the scrutiny function’s end",
            Description =
                "Waits until the scrutiny function closes or withdraws the challenge; lead on to an End, which stops the rest. Nothing else may end it.",
            Inputs = [NoLimit.Because],
        };

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult.Keep().Wait(ScrutinyWords.Ended, context.SubjectId);

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new()
        {
            Awaits = Awaited.Somebody,
            Exits =
            [
                new StepExit(ActivityResult.Done)
                {
                    Establishes = [OnlyScrutinyEnds.EndedByScrutiny],
                },
            ],
        };

    public override string Sentence(PlannedActivity planned) =>
        "Waits, beside everything else, for the scrutiny function to close or withdraw the challenge.";

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        ActivityResult.Complete();
}
