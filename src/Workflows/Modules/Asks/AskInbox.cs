using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Asks;

/// <summary>
/// The inbox: what waits for one person, over all partnerships in which they hold something today. Each addressee is one walk on
/// one index, which ends after a page however much waits.
/// </summary>
public static partial class AskBook
{
    public const int MaxTake = 200;

    /// <summary>More than this is counted no further.</summary>
    public const int MostCounted = 99;

    /// <summary>Earliest due first, those without a limit last, then by id. An unreadable cursor is refused.</summary>
    /// <param name="partnership">Only what waits there; null for everywhere.</param>
    /// <param name="kind">Only what is asked under this name; null for everything.</param>
    public static async Task<Result<Page<TaskAnswer>>> WaitingForAsync(
        GovernanceDb db,
        string personId,
        DateTime now,
        string? after = null,
        int take = MaxTake,
        string? partnership = null,
        string? kind = null
    )
    {
        (DateTime Due, string Id) from = (DateTime.MinValue, "");
        if (after is not null && !TryRead(after, out from))
        {
            return Cursors.Unreadable();
        }

        List<(Ask Ask, Inbox Of)> found = [];
        foreach (Inbox inbox in await InboxesAsync(db, personId, now))
        {
            if (partnership is not null && inbox.Standing.PartnershipId != partnership)
            {
                continue;
            }

            foreach (AskAddressee addressee in inbox.Addressees)
            {
                List<Ask> waiting = await Waiting(db, inbox, addressee)
                    .Where(a => kind == null || a.Kind == kind)
                    .Walk(a => a.DueOrder, a => a.Id, from)
                    .Take(take + 1)
                    .ToListAsync();
                found.AddRange(waiting.Select(ask => (ask, inbox)));
            }
        }

        (Ask Ask, Inbox Of)[] ordered =
        [
            .. found
                .OrderBy(each => each.Ask.DueOrder)
                .ThenBy(each => each.Ask.Id, StringComparer.Ordinal)
                .Take(take + 1),
        ];
        return new Page<TaskAnswer>(
            [.. ordered.Take(take).Select(each => AnswerFor(each.Ask, each.Of, now))],
            ordered.Length > take ? KeyOf(ordered[take - 1].Ask) : null
        );
    }

    /// <summary>How many wait: up to <see cref="MostCounted"/>, and one more when there are more than that.</summary>
    public static async Task<int> CountAsync(GovernanceDb db, string personId, DateTime now)
    {
        int counted = 0;
        foreach (Inbox inbox in await InboxesAsync(db, personId, now))
        {
            foreach (AskAddressee addressee in inbox.Addressees)
            {
                int room = MostCounted + 1 - counted;
                counted += await Waiting(db, inbox, addressee).Take(room).CountAsync();
                if (counted > MostCounted)
                {
                    return counted;
                }
            }
        }

        return counted;
    }

    private static async Task<IReadOnlyList<Inbox>> InboxesAsync(
        GovernanceDb db,
        string personId,
        DateTime now
    )
    {
        DateOnly today = London.DateOf(now);
        IReadOnlyList<Appointment> held = await AppointmentRoll.OfPersonAsync(db, personId, today);
        List<Inbox> inboxes = [];
        foreach (string partnershipId in held.Select(a => a.PartnershipId).Distinct())
        {
            Standing standing = Standing.Of(partnershipId, personId, today, held);
            SeatHolders holders = await SeatHolders.LoadAsync(db, partnershipId, now);
            inboxes.Add(new Inbox(standing, holders, AskAddressee.For(standing, holders)));
        }

        return inboxes;
    }

    private static IQueryable<Ask> Waiting(GovernanceDb db, Inbox inbox, AskAddressee addressee)
    {
        string partnershipId = inbox.Standing.PartnershipId;
        string key = addressee.Key;
        IQueryable<Ask> waiting = db.Set<Ask>()
            .Where(a => a.PartnershipId == partnershipId && a.WaitsFor == key);
        return addressee.Classes is { } classes
            ? waiting.Where(a => a.DocumentClass == null || classes.Contains(a.DocumentClass))
            : waiting;
    }

    private static TaskAnswer AnswerFor(Ask ask, Inbox inbox, DateTime now) =>
        new(
            ask.Id,
            ask.Kind,
            new TaskSubject(ask.SubjectType, ask.SubjectId, ask.SubjectTitle),
            ask.PartnershipId,
            ask.Seat,
            ask.OpenedAt,
            ask.DueAt,
            ask.ClockId,
            ask.DueAt < now,
            [
                .. AskAudience
                    .Sees(ask, inbox.Standing, ask.Seat is null ? null : inbox.Holders[ask.Seat])!
                    .Select(p => new PersonLine(p.PersonId, p.Name)),
            ],
            ask.AgencyId
        );

    private static string KeyOf(Ask ask) =>
        ask.DueOrder.Ticks.ToString("D19", CultureInfo.InvariantCulture) + "-" + ask.Id;

    private static bool TryRead(string after, out (DateTime Due, string Id) from)
    {
        bool readable =
            long.TryParse(
                after.AsSpan(0, Math.Min(after.Length, 19)),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out long ticks
            )
            && ticks <= Ask.NoLimit.Ticks
            && after.Length > 20
            && after[19] == '-';
        from = readable
            ? (new DateTime(ticks, DateTimeKind.Utc), after[20..])
            : (DateTime.MinValue, "");
        return readable;
    }

    private sealed record Inbox(
        Standing Standing,
        SeatHolders Holders,
        IReadOnlyList<AskAddressee> Addressees
    );
}
