using Governance.Contracts.Definitions;

namespace Governance.Modules.TaskAndFinishGroups.Activities;

/// <summary>The commissioner approves the terms of reference (DOMAIN B4.2).</summary>
public sealed class AgreeTerms : OwedStep
{
    public const string TypeName = "Governance.AgreeTermsOfReference";
    public const string Agreed = "Agreed";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Groups",
            DisplayName = "Agree the terms of reference",
            Description =
                "Asks the commissioner to approve the newest terms of reference; when the limit passes, those above are told and it goes on waiting.",
            Ports = [PortDescriptor.Flow(Agreed, "Approved")],
            Inputs = LimitInputs(10, "5, 1"),
        };

    internal override string What => GroupDuties.Terms;

    internal override IReadOnlyDictionary<string, string> Leaves { get; } =
        new Dictionary<string, string> { [GroupWords.TermsApproved] = Agreed };

    internal override string Asks => "The commissioner approves the newest terms of reference";
}
