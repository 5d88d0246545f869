using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Asks;

/// <summary>One line of somebody's calendar.</summary>
/// <param name="Uid">Stable, so that a calendar program moves it and does not add it again.</param>
/// <param name="At">UTC: the beginning, or the moment by which something is due.</param>
/// <param name="IsDeadline">Something is due then; else something takes place.</param>
/// <param name="Kind">Of what: an ask's kind, or <c>meeting</c>.</param>
public sealed record FeedEvent(
    string Uid,
    DateTime At,
    bool IsDeadline,
    string Kind,
    string Title,
    string? Place,
    string SubjectType,
    string SubjectId,
    string Partnership
);

/// <summary>A module that has something for a person's calendar besides what waits for them.</summary>
public interface IFeedSource
{
    Task<IReadOnlyList<FeedEvent>> OfAsync(GovernanceDb db, string personId, DateTime now);
}

/// <summary>What a calendar program is given under a secret address. No personal data: titles and moments.</summary>
public sealed class CalendarFeedBook(IEnumerable<IFeedSource> sources)
{
    private const int Most = 200;

    private readonly IFeedSource[] _sources = [.. sources];

    /// <summary>When the viewer's address was made; null when they have none.</summary>
    public static async Task<DateTime?> MadeAtAsync(GovernanceDb db, string personId) =>
        (await db.Set<CalendarFeed>().FindAsync(personId))?.MadeAt;

    /// <summary>By the key of the address; "not found" for one that was never made or is revoked.</summary>
    public async Task<Result<IReadOnlyList<FeedEvent>>> ReadAsync(
        GovernanceDb db,
        string key,
        DateTime now
    )
    {
        string hash = CalendarFeed.HashOf(key);
        string? person = await db.Set<CalendarFeed>()
            .Where(feed => feed.KeyHash == hash)
            .Select(feed => feed.PersonId)
            .SingleOrDefaultAsync();
        if (person is null)
        {
            return Refusal.NotFound;
        }

        List<FeedEvent> events =
        [
            .. (await AskBook.WaitingForAsync(db, person, now, take: Most))
                .Value.Items.Where(task => task.Due is not null)
                .Select(task => new FeedEvent(
                    "ask-" + task.Id,
                    task.Due!.Value,
                    IsDeadline: true,
                    task.Kind,
                    task.Subject.Title,
                    null,
                    task.Subject.Type,
                    task.Subject.Id,
                    task.Partnership
                )),
        ];
        foreach (IFeedSource source in _sources)
        {
            events.AddRange(await source.OfAsync(db, person, now));
        }

        return events.OrderBy(each => each.At).ToList();
    }
}
