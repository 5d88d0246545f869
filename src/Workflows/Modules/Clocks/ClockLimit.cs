using Governance.Contracts;

namespace Governance.Modules.Clocks;

/// <summary>How long a clock runs. Refused outside 1 to 3660 working days or 1 to 8784 hours (a leap year).</summary>
public sealed record ClockLimit(int Amount, ClockUnit Unit)
{
    public const int MostWorkingDays = 3660;
    public const int MostHours = 8784;

    public static ClockLimit WorkingDays(int amount) => new(amount, ClockUnit.WorkingDays);

    public static ClockLimit Hours(int amount) => new(amount, ClockUnit.Hours);

    public Refusal? Check() =>
        Amount >= 1 && Amount <= (Unit == ClockUnit.WorkingDays ? MostWorkingDays : MostHours)
            ? null
            : ClockRefusals.AmountOutOfRange(Unit);
}
