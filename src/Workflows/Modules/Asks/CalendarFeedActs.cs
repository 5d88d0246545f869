using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Asks;

/// <summary>
/// Somebody gets a secret address for their calendar, or a new one in place of it: the old one leads nowhere from then on. An act
/// of the installation, since the calendar is of all their partnerships.
/// </summary>
public sealed class MakeCalendarFeed(Acts acts)
{
    /// <returns>The key: it is told here and never again.</returns>
    public async Task<Result<string>> HandleAsync(
        string personId,
        CancellationToken cancellation = default
    )
    {
        string key = CalendarFeed.NewKey();
        Result<Done> made = await acts.RunAsync(
            new ActRequest<Done>
            {
                Name = "calendar-feed.make",
                // Without a key of idempotency: an answer that is kept would keep the secret.
                Caller = new ActCaller(personId),
                Permission = CalendarFeedPermissions.Own,
                Locate = CalendarFeedPermissions.LocateAsync,
                Decide = act => DecideAsync(act, CalendarFeed.HashOf(key)),
            },
            cancellation
        );
        return made.Then(_ => key);
    }

    private static async Task<Result<Done>> DecideAsync(Act act, string hash)
    {
        CalendarFeed? feed = await act.Db.Set<CalendarFeed>().FindAsync(act.Caller.PersonId);
        if (feed is null)
        {
            act.Db.Add(
                new CalendarFeed
                {
                    PersonId = act.Caller.PersonId,
                    KeyHash = hash,
                    MadeAt = act.Now,
                }
            );
        }
        else
        {
            feed.KeyHash = hash;
            feed.MadeAt = act.Now;
        }

        return new Done();
    }
}

/// <summary>The address leads nowhere any more.</summary>
public sealed class RevokeCalendarFeed(Acts acts)
{
    public Task<Result<Done>> HandleAsync(
        ActCaller caller,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<Done>
            {
                Name = "calendar-feed.revoke",
                Caller = caller,
                Permission = CalendarFeedPermissions.Own,
                Locate = CalendarFeedPermissions.LocateAsync,
                Decide = DecideAsync,
            },
            cancellation
        );

    private static async Task<Result<Done>> DecideAsync(Act act)
    {
        CalendarFeed? feed = await act.Db.Set<CalendarFeed>().FindAsync(act.Caller.PersonId);
        if (feed is null)
        {
            return Refusal.NotFound;
        }

        act.Db.Remove(feed);
        return new Done();
    }
}

internal static class CalendarFeedPermissions
{
    public static readonly Permission Own = PartnershipsPermissions.Own(
        "own-calendar-feed",
        "Make and revoke one's own calendar address"
    );

    public static Task<ActPlace?> LocateAsync(Act act) =>
        Task.FromResult<ActPlace?>(
            new ActPlace(
                Partnership.Installation,
                new SubjectRef("calendarFeed", act.Caller.PersonId)
            )
        );
}
