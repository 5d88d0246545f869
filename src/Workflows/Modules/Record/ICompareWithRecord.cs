using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Record;

/// <summary>
/// A module whose things the record speaks of by their hash says which are stored otherwise, or are gone. Part of every verification, so
/// that a change behind the product's back shows wherever a broken record does.
/// </summary>
public interface ICompareWithRecord
{
    Task<IReadOnlyList<RecordDisagreement>> CompareAsync(
        GovernanceDb db,
        string partnershipId,
        CancellationToken cancellation
    );
}
