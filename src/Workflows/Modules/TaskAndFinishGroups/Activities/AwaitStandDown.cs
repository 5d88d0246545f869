using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;

namespace Governance.Modules.TaskAndFinishGroups.Activities;

/// <summary>Waits, beside everything else, for the commissioner to stand the group down.</summary>
public sealed class AwaitStandDown : Activity
{
    public const string TypeName = "Governance.AwaitStandDown";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Groups",
            DisplayName = "Await standing down",
            Description =
                "Waits until the commissioner stands the group down; lead on to an End, which stops the rest.",
            Inputs = [NoLimit.Because],
        };

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult.Keep().Wait(GroupWords.StoodDown, context.SubjectId);

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new() { Awaits = Awaited.Somebody };

    public override string Sentence(PlannedActivity planned) =>
        "Waits, beside everything else, for the commissioner to stand the group down.";

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        ActivityResult.Complete();
}
