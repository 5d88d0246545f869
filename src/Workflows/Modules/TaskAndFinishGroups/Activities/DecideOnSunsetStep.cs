using Governance.Contracts.Definitions;

namespace Governance.Modules.TaskAndFinishGroups.Activities;

/// <summary>The sunset date has come: extend or close (DOMAIN B4.8).</summary>
public sealed class DecideOnSunsetStep : OwedStep
{
    public const string TypeName = "Governance.DecideOnSunset";
    public const string Extended = "Extended";
    public const string ToClose = "ToClose";
    public const string ClosureProposed = "ClosureProposed";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Groups",
            DisplayName = "Extend or close",
            Description =
                "Asks the commissioner whether the group goes on until a later date or closes down.",
            Ports =
            [
                PortDescriptor.Flow(Extended, "Extended"),
                PortDescriptor.Flow(ToClose, "To close down"),
                PortDescriptor.Flow(ClosureProposed, "Closure proposed"),
            ],
            Inputs = LimitInputs(10, "5, 1"),
        };

    internal override string What => GroupDuties.Sunset;

    internal override IReadOnlyDictionary<string, string> Leaves { get; } =
        new Dictionary<string, string>
        {
            [GroupWords.Extended] = Extended,
            [GroupWords.ToClose] = ToClose,
            [GroupWords.ClosureProposed] = ClosureProposed,
        };

    internal override string Asks => "The commissioner extends the group or has it close down";
}
