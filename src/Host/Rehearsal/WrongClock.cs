using System.Globalization;

namespace Governance.Host.Rehearsal;

/// <summary>
/// The machine's clock, wrong by as much as the variable says: so that it can be rehearsed what a host does whose clock is.
/// </summary>
internal sealed class WrongClock(TimeProvider right, TimeSpan by) : TimeProvider
{
    /// <summary>For example <c>00:07:00</c>.</summary>
    public const string Variable = "REHEARSAL_CLOCK_IS_WRONG_BY";

    public static TimeProvider Of(TimeProvider right) =>
        TimeSpan.TryParse(
            Environment.GetEnvironmentVariable(Variable),
            CultureInfo.InvariantCulture,
            out TimeSpan by
        )
            ? new WrongClock(right, by)
            : right;

    public override DateTimeOffset GetUtcNow() => right.GetUtcNow() + by;
}
