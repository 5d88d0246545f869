using Governance.Contracts.Definitions;

namespace Governance.Modules.TaskAndFinishGroups.Activities;

/// <summary>Nobody chairs the group: the commissioner is asked, with a limit of its own (DOMAIN B4.7).</summary>
public sealed class FillChair : OwedStep
{
    public const string TypeName = "Governance.FillChair";
    public const string Filled = "Filled";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Groups",
            DisplayName = "Fill the chair",
            Description =
                "Asks the commissioner for a new chair; when the limit passes, the leads are told and it goes on waiting.",
            Ports = [PortDescriptor.Flow(Filled, "Somebody chairs it")],
            Inputs = LimitInputs(5, "2, 1"),
        };

    internal override string What => GroupDuties.Chair;

    internal override IReadOnlyDictionary<string, string> Leaves { get; } =
        new Dictionary<string, string> { [GroupWords.ChairFilled] = Filled };

    internal override string Asks => "The commissioner finds a new chair";
}
