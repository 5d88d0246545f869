using Governance.Contracts.Definitions;
using Governance.Engine.Activities;

namespace Governance.Modules.TaskAndFinishGroups.Activities;

/// <summary>The chair reports on the cadence; a missed report is told to the commissioner (DOMAIN B4.6).</summary>
public sealed class AwaitReport : OwedStep
{
    public const string TypeName = "Governance.AwaitReport";
    public const string Submitted = "Submitted";
    public const string Missed = "Missed";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Groups",
            DisplayName = "Await a progress report",
            Description =
                "Asks the chair for the next progress report, on the cadence of the commission. A missed one is told to the commissioner.",
            Ports =
            [
                PortDescriptor.Flow(Submitted, "Submitted"),
                PortDescriptor.Flow(Missed, "Missed"),
            ],
            Inputs = [Reminders("5, 1")],
        };

    internal override string What => GroupDuties.Report;

    internal override IReadOnlyDictionary<string, string> Leaves { get; } =
        new Dictionary<string, string> { [GroupWords.ReportSubmitted] = Submitted };

    internal override string WhenLate => Missed;

    /// <summary>The cadence is the group's.</summary>
    private protected override int? LimitOf(ActivityContext context) => null;

    internal override string Asks =>
        "The chair submits a progress report, as often as the commission says";
}
