using Governance.Engine.Bookmarks;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Instances;

/// <summary>Who waits for what in a partnership: candidates, since only behind the instance's lock it is sure.</summary>
internal static class Awaiting
{
    /// <summary>By instance, and in the order in which the waits of one instance began.</summary>
    public static async Task<List<(string InstanceId, int Wait)>> FindAsync(
        Act act,
        string stimulus,
        string key,
        string? correlationId = null
    )
    {
        string partnershipId = act.PartnershipId;
        List<(string InstanceId, int Wait)> saved =
        [
            .. (
                await act
                    .Db.Set<WorkflowBookmark>()
                    .AsNoTracking()
                    .Where(bookmark =>
                        bookmark.PartnershipId == partnershipId
                        && bookmark.Stimulus == stimulus
                        && bookmark.Key == key
                    )
                    .Where(bookmark =>
                        correlationId == null
                        || act.Db.Set<WorkflowInstance>()
                            .Any(instance =>
                                instance.Id == bookmark.InstanceId
                                && instance.CorrelationId == correlationId
                            )
                    )
                    .Select(bookmark => new { bookmark.InstanceId, bookmark.Wait })
                    .ToListAsync()
            ).Select(bookmark => (bookmark.InstanceId, bookmark.Wait)),
        ];

        // What this act itself has begun to wait for is not in the database yet.
        IEnumerable<(string, int)> unsaved = act
            .Db.Set<WorkflowBookmark>()
            .Local.Where(bookmark =>
                bookmark.PartnershipId == partnershipId
                && bookmark.Stimulus == stimulus
                && bookmark.Key == key
            )
            .Select(bookmark => (bookmark.InstanceId, bookmark.Wait));
        return
        [
            .. saved
                .Union(unsaved)
                .OrderBy(one => one.Item1, StringComparer.Ordinal)
                .ThenBy(one => one.Item2),
        ];
    }
}
