using Governance.Contracts.Definitions;

namespace Governance.Modules.TaskAndFinishGroups.Activities;

/// <summary>Somebody else than the group accepts its closure (DOMAIN B4.8).</summary>
public sealed class DecideOnClosureStep : OwedStep
{
    public const string TypeName = "Governance.DecideOnClosure";
    public const string Accepted = "Accepted";
    public const string Returned = "Returned";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Groups",
            DisplayName = "Accept the closure",
            Description =
                "Asks the commissioner to accept the closure or to return it with a reason.",
            Ports =
            [
                PortDescriptor.Flow(Accepted, "Accepted"),
                PortDescriptor.Flow(Returned, "Returned"),
            ],
            Inputs = LimitInputs(10, "5, 1"),
        };

    internal override string What => GroupDuties.Closure;

    internal override IReadOnlyDictionary<string, string> Leaves { get; } =
        new Dictionary<string, string>
        {
            [GroupWords.ClosureAccepted] = Accepted,
            [GroupWords.ClosureReturned] = Returned,
        };

    internal override string Asks =>
        "The commissioner accepts the closure or returns it with a reason";
}
