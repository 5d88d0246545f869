using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Notices;

/// <summary>
/// Whoever comes back to hundreds of notices says once that they have seen them: all of their own up to the newest that they saw,
/// one act in each partnership. What came after it stays unread.
/// </summary>
public sealed class MarkNoticesRead(Acts acts, IReadGovernance reading)
{
    /// <param name="upTo">The newest notice that they saw; ids are in the order of time.</param>
    public async Task<Result<NoticesMarked>> HandleAsync(
        ActCaller caller,
        string? upTo,
        CancellationToken cancellation = default
    )
    {
        if (upTo is null || !Ids.IsId(upTo))
        {
            return Refusal.Invalid("upTo", "Give the id of the newest notice that was seen.");
        }

        List<string> partnerships;
        await using (GovernanceDb db = reading.OpenReader())
        {
            partnerships = await Unread(db, caller.PersonId, upTo)
                .Select(notice => notice.PartnershipId)
                .Distinct()
                .OrderBy(id => id)
                .ToListAsync(cancellation);
        }

        int marked = 0;
        foreach (string partnership in partnerships)
        {
            Result<int> done = await MarkAsync(caller, partnership, upTo, cancellation);
            if (done.IsRefused)
            {
                return done.Refusal;
            }

            marked += done.Value;
        }

        return new NoticesMarked(marked);
    }

    private Task<Result<int>> MarkAsync(
        ActCaller caller,
        string partnership,
        string upTo,
        CancellationToken cancellation
    ) =>
        acts.RunAsync(
            new ActRequest<int>
            {
                Name = "notice.read-all",
                // Several acts come of one request, so that its key is none of theirs; a repeat finds nothing left to mark.
                Caller = caller with
                {
                    Idempotency = null,
                },
                Permission = NoticesPermissions.Read,
                Locate = act =>
                    Task.FromResult<ActPlace?>(
                        new ActPlace(partnership, new SubjectRef("notice", upTo))
                    ),
                Decide = async act =>
                {
                    List<Notice> unread = await Unread(act.Db, caller.PersonId, upTo)
                        .Where(notice => notice.PartnershipId == partnership)
                        .ToListAsync(cancellation);
                    foreach (Notice notice in unread)
                    {
                        notice.ReadAt = act.Now;
                    }

                    act.Payload = new { upTo, count = unread.Count };
                    return unread.Count;
                },
            },
            cancellation
        );

    private static IQueryable<Notice> Unread(GovernanceDb db, string personId, string upTo) =>
        db.Set<Notice>()
            .Where(notice =>
                notice.PersonId == personId
                && notice.ReadAt == null
                && string.Compare(notice.Id, upTo) <= 0
            );
}
