using Governance.Storage;

namespace Governance.Modules.Clocks;

/// <summary>Moves the timers that workflows wait on; a key that nobody waits on is passed over.</summary>
public interface IMoveTimers
{
    Task MoveAsync(Act act, string key, DateTime moment);
}
