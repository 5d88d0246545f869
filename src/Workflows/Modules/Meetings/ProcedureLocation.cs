using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>
/// Where acts on a written procedure take place: the partnership's people are held as they are, then its row is locked, before its
/// workflow.
/// </summary>
internal static class ProcedureLocation
{
    public static async Task<ActPlace?> LocateAsync(Act act, string procedureId)
    {
        string? partnershipId = await act
            .Db.Set<WrittenProcedure>()
            .Where(procedure => procedure.Id == procedureId)
            .Select(procedure => procedure.PartnershipId)
            .SingleOrDefaultAsync();
        return
            partnershipId is not null
            && await act.HoldAsync<Partnership>(partnershipId)
            && await act.LockAsync<WrittenProcedure>(procedureId) is not null
            ? new ActPlace(partnershipId, new SubjectRef(MeetingsWords.Procedure, procedureId))
            : null;
    }

    public static Task<WrittenProcedure?> FindAsync(GovernanceDb db, string id) =>
        db.Set<WrittenProcedure>()
            .Include(procedure => procedure.Places)
            .SingleOrDefaultAsync(procedure => procedure.Id == id);
}
