using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Escalation;

/// <summary>
/// Where acts on a challenge take place. Rights rest on the partnership's people, so its row is held as it is before the challenge is locked.
/// </summary>
internal static class EscalationPlace
{
    public static async Task<ActPlace?> LocateAsync(Act act, string challengeId)
    {
        string? partnershipId = await act
            .Db.Set<ProfessionalChallenge>()
            .Where(challenge => challenge.Id == challengeId)
            .Select(challenge => challenge.PartnershipId)
            .SingleOrDefaultAsync();
        return partnershipId is null ? null : await LockAsync(act, partnershipId, challengeId);
    }

    /// <summary>By the hash of its status key; nothing for one that was never made or is revoked.</summary>
    public static async Task<ActPlace?> LocateByKeyAsync(Act act, string keyHash)
    {
        var found = await act
            .Db.Set<ProfessionalChallenge>()
            .Where(challenge => challenge.StatusKeyHash == keyHash)
            .Select(challenge => new { challenge.Id, challenge.PartnershipId })
            .SingleOrDefaultAsync();
        if (found is null)
        {
            return null;
        }

        ActPlace? place = await LockAsync(act, found.PartnershipId, found.Id);
        // Revoked while this waited for the row.
        return (await LoadAsync(act, found.Id)).StatusKeyHash == keyHash ? place : null;
    }

    public static async Task<ProfessionalChallenge> LoadAsync(Act act, string challengeId) =>
        (await act.Db.Set<ProfessionalChallenge>().FindAsync(challengeId))!;

    public static async Task<EscalationStage> StageAsync(
        Act act,
        ProfessionalChallenge challenge
    ) => (await act.Db.Set<EscalationStage>().FindAsync(challenge.Id, challenge.Stage))!;

    public static async Task<LadderContent> LadderAsync(
        GovernanceDb db,
        ProfessionalChallenge challenge
    ) =>
        (
            await db.Set<LadderVersion>().FindAsync(challenge.LadderId, challenge.LadderVersion)
        )!.Read();

    private static async Task<ActPlace?> LockAsync(
        Act act,
        string partnershipId,
        string challengeId
    )
    {
        bool found =
            await act.HoldAsync<Partnership>(partnershipId)
            && await act.LockAsync<ProfessionalChallenge>(challengeId) is not null;
        return found
            ? new ActPlace(partnershipId, new SubjectRef(EscalationWords.Challenge, challengeId))
            : null;
    }
}
