using System.Collections.Concurrent;
using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Record;

/// <summary>What the last verification of a whole record found on this host, and when, by the acts' clock.</summary>
public sealed record LastVerification(RecordVerification Found, DateTime At);

/// <summary>
/// The last verification of each record, so that one that failed shows on every page that it concerns until another succeeds
/// (DESIGN §7). Each host verifies for itself and keeps it in memory: a record is the same whoever reads it.
/// </summary>
public sealed class LastVerifications(RecordBook book, IReadGovernance reads, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, LastVerification> _last = new(
        StringComparer.Ordinal
    );

    /// <summary>Null as long as nobody has verified the record here.</summary>
    public LastVerification? Of(string partnershipId) => _last.GetValueOrDefault(partnershipId);

    /// <summary>Whether the last verification failed.</summary>
    public bool IsBroken(string partnershipId) => Of(partnershipId) is { Found.Ok: false };

    /// <summary>Checks every entry from the first on, and remembers what was found.</summary>
    public async Task<LastVerification> VerifyAsync(
        string partnershipId,
        CancellationToken cancellation = default
    )
    {
        await using GovernanceDb db = reads.OpenReader();
        LastVerification last = new(
            await book.VerifyAsync(db, partnershipId, cancellation),
            Moments.Now(time)
        );
        _last[partnershipId] = last;
        return last;
    }

    /// <summary>Something was seen not to fit on the way, by whoever follows the record.</summary>
    public void Report(string partnershipId, RecordVerification found)
    {
        if (!found.Ok)
        {
            _last[partnershipId] = new LastVerification(found, Moments.Now(time));
        }
    }

    /// <summary>Every record of the installation, one after the other.</summary>
    public async Task<IReadOnlyDictionary<string, LastVerification>> VerifyAllAsync(
        CancellationToken cancellation = default
    )
    {
        List<string> partnerships;
        await using (GovernanceDb db = reads.OpenReader())
        {
            partnerships = await db.Set<RecordHead>()
                .OrderBy(head => head.PartnershipId)
                .Select(head => head.PartnershipId)
                .ToListAsync(cancellation);
        }

        var found = new Dictionary<string, LastVerification>(StringComparer.Ordinal);
        foreach (string partnershipId in partnerships)
        {
            found[partnershipId] = await VerifyAsync(partnershipId, cancellation);
        }

        return found;
    }
}
