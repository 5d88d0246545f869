using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>Something that happened to a policy, in an act.</summary>
public abstract record PolicyEvent(Policy Policy);

/// <summary>A version came into force; an earlier one is superseded by it.</summary>
public sealed record PolicyPublished(Policy Policy, PolicyVersion Version) : PolicyEvent(Policy);

/// <summary>The policy is no longer in force, for good.</summary>
public sealed record PolicyWithdrawn(Policy Policy) : PolicyEvent(Policy);

/// <summary>
/// A later module that has to follow what happens to policies: the library. It runs inside the act, after the policy's own rows
/// were changed and before they are saved, and writes only through the act.
/// </summary>
public interface IOnPolicyEvent
{
    Task HandleAsync(Act act, PolicyEvent happened);
}

/// <summary>Raises events to those who registered for them, in the order of registration.</summary>
public sealed class PolicyEvents(IEnumerable<IOnPolicyEvent> listeners)
{
    private readonly IOnPolicyEvent[] _listeners = [.. listeners];

    public async Task RaiseAsync(Act act, PolicyEvent happened)
    {
        foreach (IOnPolicyEvent listener in _listeners)
        {
            await listener.HandleAsync(act, happened);
        }
    }
}
