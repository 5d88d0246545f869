using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Modules.SignOff;

namespace Governance.Modules.Policies.Activities;

/// <summary>Publishes the version that the three seats have signed, once its hash has been computed anew.</summary>
public sealed class PublishStep : Activity
{
    public const string TypeName = "Governance.PublishPolicy";
    public const string Published = "Published";
    public const string IntegrityAlarm = "IntegrityAlarm";
    public const string NotSigned = "NotSigned";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Policies",
            DisplayName = "Publish the policy",
            Description =
                "Publishes what all three seats have signed. Without three signatures on the stored text nothing is published.",
            Ports =
            [
                PortDescriptor.Flow(Published),
                PortDescriptor.Flow(IntegrityAlarm, "Integrity alarm"),
                PortDescriptor.Flow(NotSigned, "A signature was taken back"),
            ],
        };

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult.Keep().Effect(PoliciesWords.Publish, []);

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new()
        {
            Requires =
            [
                new Requirement(
                    SignOffWords.SignedByAll,
                    "policy.publishes-unsigned",
                    "can publish a text that the three seats have not signed as it stands. Lead every way to it through ‘Signed by all three’, with nothing after that which hands the text back to its authors."
                ),
            ],
            Exits =
            [
                .. ((string[])[Published, IntegrityAlarm, NotSigned]).Select(
                    outcome => new StepExit(outcome) { Undoes = [SignOffWords.SignedByAll] }
                ),
            ],
        };

    public override string Sentence(PlannedActivity planned) =>
        "What the three seats have signed is published, once the stored text has been compared with what was signed.";

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer) =>
        ActivityResult.Complete(answer.Payload!["outcome"]!.GetValue<string>());
}
