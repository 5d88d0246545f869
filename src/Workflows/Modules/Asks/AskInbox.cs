using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Asks;

/// <summary>The inbox: what waits for one person, over all partnerships in which they hold something today.</summary>
public static partial class AskBook
{
    public const int MaxTake = 200;

    /// <summary>Earliest due first, those without a limit last, then by id. An unreadable cursor begins at the start.</summary>
    public static async Task<Page<TaskAnswer>> WaitingForAsync(
        GovernanceDb db,
        string personId,
        DateTime now,
        string? after = null,
        int take = MaxTake
    )
    {
        DateOnly today = London.DateOf(now);
        IReadOnlyList<Appointment> held = await AppointmentRoll.OfPersonAsync(db, personId, today);
        List<TaskAnswer> waiting = [];
        foreach (string partnershipId in held.Select(a => a.PartnershipId).Distinct())
        {
            Standing standing = Standing.Of(partnershipId, personId, today, held);
            SeatHolders holders = await SeatHolders.LoadAsync(db, partnershipId, now);
            List<Ask> open = await db.Set<Ask>()
                .Where(a => a.PartnershipId == partnershipId && a.State == AskStates.Open)
                .ToListAsync();
            waiting.AddRange(Visible(open, standing, holders, now));
        }

        IEnumerable<TaskAnswer> ordered = waiting
            .OrderBy(Key, StringComparer.Ordinal)
            .Where(task => after is null || string.CompareOrdinal(Key(task), after) > 0);
        return PageOf([.. ordered.Take(take + 1)], take);
    }

    internal static IEnumerable<TaskAnswer> Visible(
        IEnumerable<Ask> open,
        Standing standing,
        SeatHolders holders,
        DateTime now
    ) =>
        from ask in open
        let with = AskAudience.Sees(ask, standing, ask.Seat is null ? null : holders[ask.Seat])
        where with is not null
        select new TaskAnswer(
            ask.Id,
            ask.Kind,
            new TaskSubject(ask.SubjectType, ask.SubjectId, ask.SubjectTitle),
            ask.PartnershipId,
            ask.Seat,
            ask.OpenedAt,
            ask.DueAt,
            ask.ClockId,
            ask.DueAt < now,
            [.. with.Select(p => new PersonLine(p.PersonId, p.Name))]
        );

    private static Page<TaskAnswer> PageOf(TaskAnswer[] found, int take) =>
        found.Length > take
            ? new Page<TaskAnswer>(found[..take], Key(found[take - 1]))
            : new Page<TaskAnswer>(found, null);

    private static string Key(TaskAnswer task) =>
        (task.Due ?? DateTime.MaxValue).Ticks.ToString("D19", CultureInfo.InvariantCulture)
        + "-"
        + task.Id;
}
