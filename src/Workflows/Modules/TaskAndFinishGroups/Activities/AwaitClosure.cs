using Governance.Contracts.Definitions;

namespace Governance.Modules.TaskAndFinishGroups.Activities;

/// <summary>The group is to end: its chair proposes the closure (DOMAIN B4.8).</summary>
public sealed class AwaitClosure : OwedStep
{
    public const string TypeName = "Governance.AwaitClosure";
    public const string ClosureProposed = "ClosureProposed";
    public const string Extended = "Extended";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Groups",
            DisplayName = "Await the closure",
            Description =
                "Asks the chair to propose the closure, after the commissioner decided that the group ends.",
            Ports =
            [
                PortDescriptor.Flow(ClosureProposed, "Closure proposed"),
                PortDescriptor.Flow(Extended, "Extended after all"),
            ],
            Inputs = LimitInputs(20, "10, 3"),
        };

    internal override string What => GroupDuties.CloseDown;

    internal override IReadOnlyDictionary<string, string> Leaves { get; } =
        new Dictionary<string, string>
        {
            [GroupWords.ClosureProposed] = ClosureProposed,
            [GroupWords.Extended] = Extended,
        };

    internal override string Asks => "The chair proposes the closure";
}
