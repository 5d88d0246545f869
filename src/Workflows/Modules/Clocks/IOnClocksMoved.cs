using Governance.Storage;

namespace Governance.Modules.Clocks;

/// <summary>
/// A later module that keeps a date beside a clock has to follow when a new calendar version moves it. It runs inside the act, after
/// the clocks and their asks were changed, and writes only through the act.
/// </summary>
public interface IOnClocksMoved
{
    Task HandleAsync(Act act, IReadOnlyList<Clock> moved);
}
