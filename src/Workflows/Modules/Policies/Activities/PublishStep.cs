using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Modules.SignOff;
using Governance.Modules.SignOff.Activities;

namespace Governance.Modules.Policies.Activities;

/// <summary>Publishes the version of a policy that the three seats have signed.</summary>
public sealed class PublishStep : PublishSigned
{
    public const string TypeName = "Governance.PublishPolicy";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Policies",
            DisplayName = "Publish the policy",
            Description =
                "Publishes what all three seats have signed. Without three signatures on the stored text nothing is published.",
            Ports = Outcomes,
        };

    private protected override string Publish => PoliciesWords.Publish;

    private protected override Requirement Signed { get; } =
        new(
            SignOffWords.SignedByAll,
            "policy.publishes-unsigned",
            "can publish a text that the three seats have not signed as it stands. Lead every way to it through ‘Signed by all three’, with nothing after that which hands the text back to its authors."
        );

    public override string Sentence(PlannedActivity planned) =>
        "What the three seats have signed is published, once the stored text has been compared with what was signed.";
}
