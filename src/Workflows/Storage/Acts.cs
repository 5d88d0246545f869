using Governance.Contracts;

namespace Governance.Storage;

/// <summary>Runs acts: the only way anything changes.</summary>
public abstract class Acts
{
    /// <param name="cancellation">Ends the wait for a place in the queue; an act that has begun is never cut off.</param>
    public abstract Task<Result<TAnswer>> RunAsync<TAnswer>(
        ActRequest<TAnswer> request,
        CancellationToken cancellation = default
    );
}

/// <summary>Reads outside an act: a context of its own that tracks nothing and never writes.</summary>
public interface IReadGovernance
{
    GovernanceDb OpenReader();
}
