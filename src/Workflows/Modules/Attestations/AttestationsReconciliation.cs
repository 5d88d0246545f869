using Governance.Engine.Instances;
using Governance.Modules.Asks;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Attestations;

/// <summary>An open attestation has somebody who is asked; one that is over asks nobody.</summary>
public sealed class AttestationsReconciliation : IReconcile
{
    public async Task<IReadOnlyList<Drift>> CheckAsync(
        GovernanceDb db,
        CancellationToken cancellation
    )
    {
        var adrift = await db.Set<Attestation>()
            .Where(each =>
                (each.State == AttestationStates.Open)
                != db.Set<Ask>()
                    .Any(ask =>
                        ask.SubjectType == AttestationWords.Subject
                        && ask.SubjectId == each.Id
                        && ask.State == AskStates.Open
                    )
            )
            .OrderBy(each => each.Id)
            .Select(each => new { each.Id, each.PartnershipId })
            .ToListAsync(cancellation);
        return
        [
            .. adrift.Select(each => new Drift(
                "attestation.without-ask",
                each.PartnershipId,
                new SubjectRef(AttestationWords.Subject, each.Id),
                "This attestation is open and nobody is asked, or over and somebody still is."
            )),
        ];
    }
}
