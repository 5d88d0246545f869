using Governance.Contracts;

namespace Governance.Modules.Clocks;

/// <summary>The expected noes of clocks.</summary>
public static class ClockRefusals
{
    public static Refusal AmountOutOfRange(ClockUnit unit) =>
        Refusal.Invalid(
            "amount",
            unit == ClockUnit.WorkingDays
                ? $"Give a number of working days from 1 to {ClockLimit.MostWorkingDays}."
                : $"Give a number of hours from 1 to {ClockLimit.MostHours}."
        );

    public static Refusal ReceivedOutOfRange { get; } =
        Refusal.Invalid(
            "received",
            $"Give a moment from {ClockCalculation.EarliestYear} to {ClockCalculation.LatestYear}."
        );
}
