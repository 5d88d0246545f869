using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>
/// Where acts on the structure take place: the partnership's row is locked first, so that two moves, which may make a ring
/// together, are decided one after the other.
/// </summary>
internal static class BodyLocation
{
    public static readonly Refusal NoParent = Refusal.Invalid(
        "parent",
        "Name a body of this partnership."
    );

    public static Task<ActPlace?> OfPartnershipAsync(Act act, string partnershipId) =>
        partnershipId == Partnership.Installation
            ? Task.FromResult<ActPlace?>(null)
            : PartnershipPlace.LocateAsync(act, partnershipId);

    public static async Task<ActPlace?> OfBodyAsync(Act act, string bodyId) =>
        await PartnershipPlace.LocateAsync<MeetingBody>(
            act,
            await act
                .Db.Set<MeetingBody>()
                .Where(body => body.Id == bodyId)
                .Select(body => body.PartnershipId)
                .SingleOrDefaultAsync(),
            MeetingsWords.Body,
            bodyId
        );

    /// <summary>For what rests on a body's terms and does not change them: both rows are held as they are.</summary>
    public static async Task<ActPlace?> HeldAsync(Act act, string bodyId)
    {
        string? partnershipId = await act
            .Db.Set<MeetingBody>()
            .Where(body => body.Id == bodyId)
            .Select(body => body.PartnershipId)
            .SingleOrDefaultAsync();
        return
            partnershipId is not null
            && await act.HoldAsync<Partnership>(partnershipId)
            && await act.HoldAsync<MeetingBody>(bodyId)
            ? new ActPlace(partnershipId, new SubjectRef(MeetingsWords.Body, bodyId))
            : null;
    }

    public static async Task<ActPlace?> OfTermAsync(Act act, string termId)
    {
        string? bodyId = await act
            .Db.Set<BodyMember>()
            .Where(term => term.Id == termId)
            .Select(term => term.BodyId)
            .SingleOrDefaultAsync();
        return bodyId is null ? null : await OfBodyAsync(act, bodyId);
    }
}
