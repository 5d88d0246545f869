using Governance.Engine.Bookmarks;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Instances;

/// <summary>Who waits for what in a partnership: candidates, since only behind the instance's lock it is sure.</summary>
internal static class Awaiting
{
    private static readonly PreparedQuery<Candidate> Saved = new(
        (db, partnershipId, stimulus, key) =>
            db.Set<WorkflowBookmark>()
                .AsNoTracking()
                .Where(bookmark =>
                    bookmark.PartnershipId == partnershipId
                    && bookmark.Stimulus == stimulus
                    && bookmark.Key == key
                )
                .Select(bookmark => new Candidate(bookmark.InstanceId, bookmark.Wait))
    );

    /// <summary>By instance, and in the order in which the waits of one instance began.</summary>
    public static async Task<List<(string InstanceId, int Wait)>> FindAsync(
        Act act,
        string stimulus,
        string key,
        string? correlationId = null
    )
    {
        string partnershipId = act.PartnershipId;
        List<Candidate> saved = correlationId is null
            ? await Saved.ListAsync(act.Db, partnershipId, stimulus, key)
            : await OfCorrelationAsync(act, stimulus, key, correlationId);

        // What this act itself has begun to wait for is not in the database yet.
        IEnumerable<Candidate> unsaved = act
            .Db.Set<WorkflowBookmark>()
            .Local.Where(bookmark =>
                bookmark.PartnershipId == partnershipId
                && bookmark.Stimulus == stimulus
                && bookmark.Key == key
            )
            .Select(bookmark => new Candidate(bookmark.InstanceId, bookmark.Wait));
        return
        [
            .. saved
                .Union(unsaved)
                .OrderBy(one => one.InstanceId, StringComparer.Ordinal)
                .ThenBy(one => one.Wait)
                .Select(one => (one.InstanceId, one.Wait)),
        ];
    }

    private static Task<List<Candidate>> OfCorrelationAsync(
        Act act,
        string stimulus,
        string key,
        string correlationId
    )
    {
        string partnershipId = act.PartnershipId;
        return act
            .Db.Set<WorkflowBookmark>()
            .AsNoTracking()
            .Where(bookmark =>
                bookmark.PartnershipId == partnershipId
                && bookmark.Stimulus == stimulus
                && bookmark.Key == key
            )
            .Where(bookmark =>
                act.Db.Set<WorkflowInstance>()
                    .Any(instance =>
                        instance.Id == bookmark.InstanceId
                        && instance.CorrelationId == correlationId
                    )
            )
            .Select(bookmark => new Candidate(bookmark.InstanceId, bookmark.Wait))
            .ToListAsync();
    }

    private sealed record Candidate(string InstanceId, int Wait);
}
