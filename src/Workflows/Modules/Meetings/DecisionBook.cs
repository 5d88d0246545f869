using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>Decisions as other modules use them.</summary>
public static partial class DecisionBook
{
    /// <summary>One decision of a partnership; null when it has none of that id.</summary>
    public static Task<Decision?> FindAsync(GovernanceDb db, string partnershipId, string id) =>
        db.Set<Decision>()
            .SingleOrDefaultAsync(decision =>
                decision.Id == id && decision.PartnershipId == partnershipId
            );
}
