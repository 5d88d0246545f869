using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Modules.SignOff;
using Governance.Modules.SignOff.Activities;

namespace Governance.Modules.Definitions.Activities;

/// <summary>Puts the version of one of the framework's definitions in force that the three seats have signed.</summary>
public sealed class PublishDefinitionStep : PublishSigned
{
    public const string TypeName = "Governance.PublishDefinition";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Framework",
            DisplayName = "Publish the changed workflow",
            Description =
                "Puts a signed change of the framework in force. Without three signatures on the stored text nothing is published.",
            Ports = Outcomes,
        };

    private protected override string Publish => DefinitionsWords.Publish;

    private protected override Requirement Signed { get; } =
        new(
            SignOffWords.SignedByAll,
            "definition.publishes-unsigned",
            "can put a workflow in force that the three seats have not signed as it stands. Lead every way to it through ‘Signed by all three’."
        );

    public override string Sentence(PlannedActivity planned) =>
        "What the three seats have signed comes into force, once the stored text has been compared with what was signed.";
}
