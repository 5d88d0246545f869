using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;

namespace Governance.Modules.TaskAndFinishGroups.Activities;

/// <summary>Waits, beside the group's work, for a new version of its terms of reference.</summary>
public sealed class AwaitNewTerms : Activity
{
    public const string TypeName = "Governance.AwaitNewTerms";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Groups",
            DisplayName = "Await new terms",
            Description = "Waits until a new version of the terms of reference is saved.",
            Inputs = [NoLimit.Because],
        };

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult.Keep().Wait(GroupWords.TermsProposed, context.SubjectId);

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new() { Awaits = Awaited.Somebody };

    public override string Sentence(PlannedActivity planned) =>
        "Waits, beside the group’s work, for a new version of its terms of reference.";

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        ActivityResult.Complete();
}
