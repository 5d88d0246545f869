using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>Where acts on an action take place: the partnership's people are held as they are, the action's row is locked.</summary>
internal static class ActionPlace
{
    public static async Task<ActPlace?> LocateAsync(Act act, string actionId)
    {
        string? partnershipId = await act
            .Db.Set<MeetingAction>()
            .Where(action => action.Id == actionId)
            .Select(action => action.PartnershipId)
            .SingleOrDefaultAsync();
        return
            partnershipId is not null
            && await act.HoldAsync<Partnership>(partnershipId)
            && await act.LockAsync<MeetingAction>(actionId) is not null
            ? new ActPlace(partnershipId, new SubjectRef(MeetingsWords.Action, actionId))
            : null;
    }

    /// <summary>Who belongs to the body that it comes from; null for an action on its own.</summary>
    public static async Task<BodyMembership?> MembershipAsync(
        GovernanceDb db,
        MeetingAction action,
        DateTime now
    ) =>
        action.BodyId is null
        || await BodyBook.FindAsync(db, action.PartnershipId, action.BodyId) is not { } body
            ? null
            : await BodyRoll.OfAsync(db, body, now);
}
