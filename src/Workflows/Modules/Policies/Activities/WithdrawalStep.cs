using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;

namespace Governance.Modules.Policies.Activities;

/// <summary>Waits, beside everything else, for the policy to be withdrawn.</summary>
public sealed class WithdrawalStep : Activity
{
    public const string TypeName = "Governance.AwaitWithdrawal";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Policies",
            DisplayName = "Await withdrawal",
            Description =
                "Waits until the policy is withdrawn; lead on to an End, which stops the rest.",
            Inputs = [NoLimit.Because],
        };

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult.Keep().Wait(PoliciesWords.Withdrawn, context.SubjectId);

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new() { Awaits = Awaited.Somebody };

    public override string Sentence(PlannedActivity planned) =>
        "Waits, beside everything else, for the policy to be withdrawn.";

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        ActivityResult.Complete();
}
