namespace Governance.Storage;

/// <summary>
/// A number that is read out of the database now and then for whoever watches the service (docs/telemetry.md): how much waits, how
/// much is wrong. It counts over the whole installation and tells nothing of anybody. Modules register theirs.
/// </summary>
public interface IGauge
{
    /// <summary>Never changed once published.</summary>
    string Name { get; }

    string Unit { get; }

    string Description { get; }

    Task<double> ReadAsync(GovernanceDb db, DateTime now, CancellationToken cancellation);
}
