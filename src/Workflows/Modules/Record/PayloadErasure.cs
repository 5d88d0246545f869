using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Record;

/// <summary>
/// Erases what an entry commits to (DOMAIN B8.6). The entry stays and the chain verifies; with the salt gone nobody can find
/// out by guessing what the text was.
/// </summary>
internal static class PayloadErasure
{
    /// <summary>
    /// Erases within an act of the same partnership, which itself stands in the record. False when nothing was held. Copies in
    /// backups and exports are outside its reach.
    /// </summary>
    public static async Task<bool> EraseAsync(Act act, long sequence)
    {
        string partnershipId = act.PartnershipId;
        RecordPayload? payload = await act
            .Db.Set<RecordPayload>()
            .SingleOrDefaultAsync(row =>
                row.PartnershipId == partnershipId && row.Sequence == sequence
            );
        if (payload is null)
        {
            return false;
        }

        act.Db.Remove(payload);
        return true;
    }
}
