using Governance.Storage;

namespace Governance.Modules.Partnerships;

/// <summary>
/// Where acts about people take place. All of them lock the partnership's row first, so that two appointments to one seat, or an
/// appointment and its end, are decided one after the other.
/// </summary>
internal static class PartnershipPlace
{
    public static async Task<ActPlace?> LocateAsync(Act act, string partnershipId)
    {
        Partnership? partnership = await act.LockAsync<Partnership>(partnershipId);
        return partnership is null
            ? null
            : new ActPlace(partnership.Id, new SubjectRef("partnership", partnership.Id));
    }

    /// <summary>A row of the partnership as the subject; both are locked, the partnership first.</summary>
    public static async Task<ActPlace?> LocateAsync<T>(
        Act act,
        string? partnershipId,
        string subjectType,
        string id
    )
        where T : class, IRoot
    {
        if (partnershipId is null || await act.LockAsync<Partnership>(partnershipId) is null)
        {
            return null;
        }

        return await act.LockAsync<T>(id) is null
            ? null
            : new ActPlace(partnershipId, new SubjectRef(subjectType, id));
    }
}
