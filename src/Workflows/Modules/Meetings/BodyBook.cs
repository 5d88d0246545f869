using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>A body to be added by another module, inside its act.</summary>
/// <param name="Id">For a task and finish group the group's id.</param>
/// <param name="ParentId">Null for below the partnership itself.</param>
public sealed record BodyDraft(
    string Id,
    string? ParentId,
    string Name,
    string Purpose,
    string Kind,
    QuorumRule Quorum,
    string? TermsOfReference
);

/// <summary>
/// The structure as other modules use it, inside their act: bodies that come and go with something of theirs. What stands in a
/// draft was checked by its author; what cannot be kept throws.
/// </summary>
public static class BodyBook
{
    public static async Task<MeetingBody> AddAsync(Act act, BodyDraft draft)
    {
        if (draft.Quorum.Check() is { } wrong)
        {
            throw new ArgumentException(wrong.Message, nameof(draft));
        }

        MeetingBody root = await InstallStructure.EnsureAsync(act);
        MeetingBody body = new()
        {
            Id = draft.Id,
            PartnershipId = act.PartnershipId,
            ParentId = draft.ParentId ?? root.Id,
            Name = draft.Name,
            Purpose = draft.Purpose,
            Kind = draft.Kind,
            TermsOfReference = draft.TermsOfReference,
            Quorum = draft.Quorum,
            CreatedAt = act.Now,
        };
        act.Db.Add(body);
        act.AlsoRecord("body.added", body.Subject, RecordOf(body));
        return body;
    }

    /// <summary>The body meets no more; what it did stays. False when it was dissolved before.</summary>
    public static async Task<bool> DissolveAsync(Act act, string id, string? reason = null)
    {
        MeetingBody body =
            await act.Db.Set<MeetingBody>().FindAsync(id)
            ?? throw new InvalidOperationException($"There is no body {id}.");
        if (body.IsDissolved)
        {
            return false;
        }

        body.DissolvedAt = act.Now;
        body.DissolvedReason = reason;
        act.AlsoRecord("body.dissolved", body.Subject, new { body.Id, reason });
        return true;
    }

    public static Task<MeetingBody?> FindAsync(GovernanceDb db, string partnershipId, string id) =>
        db.Set<MeetingBody>()
            .SingleOrDefaultAsync(body => body.Id == id && body.PartnershipId == partnershipId);

    internal static object RecordOf(MeetingBody body) =>
        new
        {
            body.Id,
            parent = body.ParentId,
            body.Name,
            body.Purpose,
            body.Kind,
            body.TermsOfReference,
            body.Frequency,
            body.ReviewOn,
            body.Quorum,
        };
}
