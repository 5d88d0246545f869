using System.Text;
using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Clocks;

/// <summary>A clock that a new calendar version moved, or that it flagged; its old and its present deadline.</summary>
internal sealed record MovedDeadline(Clock Clock, DateTime OldDue)
{
    /// <summary>It was flagged and not moved.</summary>
    public bool IsKept => Clock.DueAt == OldDue;
}

/// <summary>
/// Carries moved deadlines to those whom they concern: the asks that show them, and one notice to each person affected, which is
/// the holders of the seats, whoever else is asked, and the business unit.
/// </summary>
internal static class MovedDeadlines
{
    public const string NoticeKind = "clock.moved";

    /// <summary>A notice lists so many deadlines and counts the rest; titles are short, so that this fits.</summary>
    private const int MostListed = 5;

    public static Task TellAsync(
        Act act,
        WorkingCalendar calendar,
        IReadOnlyList<MovedDeadline> moved
    ) =>
        TellAsync(
            act,
            moved,
            recipients => new NoticeDraft(
                NoticeKind,
                NoticeMessage.News(NoticeMatter.Deadline),
                new SubjectRef("calendar", calendar.Id),
                $"Deadlines counted again: {CalendarIds.NameOf(calendar.Id)}, version {calendar.Version}",
                TextOf(moved),
                recipients
            )
        );

    /// <summary>Moves the asks with the deadlines, and tells everybody affected what the notice says.</summary>
    public static async Task TellAsync(
        Act act,
        IReadOnlyList<MovedDeadline> moved,
        Func<Recipient[], NoticeDraft> notice
    )
    {
        if (moved.Count == 0)
        {
            return;
        }

        Dictionary<string, Clock> clocks = moved.ToDictionary(
            one => one.Clock.Id,
            one => one.Clock
        );
        string[] ids = [.. clocks.Keys];
        List<Ask> asks = await act
            .Db.Set<Ask>()
            .Where(ask => ask.PartnershipId == act.PartnershipId && ask.State == AskStates.Open)
            .Where(ask => ask.ClockId != null && ids.Contains(ask.ClockId))
            .ToListAsync();
        foreach (Ask ask in asks)
        {
            await AskBook.SetDueAsync(act, ask.Id, clocks[ask.ClockId!].DueAt, ask.ClockId);
        }

        await NoticeBoard.TellAsync(act, notice([.. Affected(moved, asks)]));
    }

    internal static string Line(MovedDeadline one) =>
        $"It was due {OnTheWall(one.OldDue)}, and is now due {OnTheWall(one.Clock.DueAt)}.";

    internal static string TextOf(IReadOnlyList<MovedDeadline> moved)
    {
        StringBuilder text = new("The list of bank holidays has changed.");
        foreach (MovedDeadline one in moved.Take(MostListed))
        {
            text.Append('\n').Append(one.Clock.Title).Append(": ");
            text.Append(
                one.IsKept
                    ? $"keeps its deadline, {OnTheWall(one.OldDue)}, although the new list would have ended it in the past. The business unit looks at it."
                    : $"was due {OnTheWall(one.OldDue)}, is now due {OnTheWall(one.Clock.DueAt)}."
            );
        }

        if (moved.Count > MostListed)
        {
            text.Append($"\nAnd {moved.Count - MostListed} more.");
        }

        return text.ToString();
    }

    private static IEnumerable<Recipient> Affected(
        IReadOnlyList<MovedDeadline> moved,
        IReadOnlyList<Ask> asks
    ) =>
        moved
            .Select(one => one.Clock.Seat)
            .Concat(asks.Select(ask => ask.Seat))
            .OfType<string>()
            .Distinct()
            .Select(seat => Recipient.Seat(seat))
            .Concat(asks.Select(ask => ask.PersonId).OfType<string>().Select(Recipient.Person))
            .Concat(asks.Select(ask => ask.Role).OfType<string>().Select(Recipient.Role))
            .Append(Recipient.Role(Roles.BusinessUnit));

    private static string OnTheWall(DateTime due) =>
        $"{London.DateOf(due):dddd d MMMM yyyy} at {London.TimeOf(due):HH:mm}";
}
