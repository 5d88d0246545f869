using Governance.Contracts.Definitions;
using Governance.Engine.Activities;

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
            Category = "Governance/Policies",
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

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer) =>
        ActivityResult.Complete(answer.Payload!["outcome"]!.GetValue<string>());
}
