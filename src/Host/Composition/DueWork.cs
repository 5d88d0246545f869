using Governance.Storage;

namespace Governance.Host.Composition;

/// <summary>Everything that time alone brings about, until nothing is due.</summary>
internal sealed class DueWork(Upkeep upkeep, TimeProvider time)
{
    public Task RunAllAsync() => IdempotentAnswer.PurgeAsync(upkeep, Moments.Now(time));
}
