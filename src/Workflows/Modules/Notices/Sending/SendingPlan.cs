using System.Text;
using Governance.Modules.Calendars;

namespace Governance.Modules.Notices;

/// <summary>When messages go out, in London's wall clock.</summary>
/// <param name="From">Nothing goes out before, but what is urgent.</param>
/// <param name="To">Nothing goes out from then on, but what is urgent.</param>
/// <param name="DigestAt">When the day's digests are made.</param>
public sealed record SendingHours(TimeOnly From, TimeOnly To, TimeOnly DigestAt)
{
    public static SendingHours Usual { get; } = new(new(8, 0), new(18, 0), new(8, 30));
}

/// <summary>When a message may go out, and when it is tried again. Pure.</summary>
public static class SendingPlan
{
    /// <summary>With the waits between them these span some sixteen hours, a night without the provider included.</summary>
    public const int AttemptsAllowed = 12;

    /// <summary>How long a host may keep a message that it has taken up: far longer than any attempt lasts.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    /// <summary>How much of the wait is left to chance, so that what failed together is not tried again together.</summary>
    private const double Jitter = 0.4;

    /// <summary>Whether a message that is not urgent may go out: within the hours of a working day.</summary>
    public static bool IsOpen(DateTime now, SendingHours hours, WorkingCalendar calendar)
    {
        TimeOnly time = London.TimeOf(now);
        return time >= hours.From && time < hours.To && calendar.IsWorkingDay(London.DateOf(now));
    }

    /// <summary>The first moment from <paramref name="from"/> on at which a message that is not urgent may go out.</summary>
    public static DateTime OpensAt(DateTime from, SendingHours hours, WorkingCalendar calendar)
    {
        if (IsOpen(from, hours, calendar))
        {
            return from;
        }

        DateOnly date = London.DateOf(from);
        bool today = calendar.IsWorkingDay(date) && London.TimeOf(from) < hours.From;
        return London.ToUtc(today ? date : calendar.AddWorkingDays(date, 1), hours.From);
    }

    /// <summary>
    /// The newest moment at which digests are made, at or before <paramref name="now"/>, with its day: everything that was held
    /// by then goes in it.
    /// </summary>
    public static (DateOnly Day, DateTime At) NewestDigest(
        DateTime now,
        SendingHours hours,
        WorkingCalendar calendar
    )
    {
        DateOnly day = calendar.LastWorkingDayOnOrBefore(London.DateOf(now));
        DateTime at = London.ToUtc(day, hours.DigestAt);
        if (at > now)
        {
            day = calendar.AddWorkingDays(day, -1);
            at = London.ToUtc(day, hours.DigestAt);
        }

        return (day, at);
    }

    /// <summary>
    /// How long to wait after an attempt has failed: a minute, doubled each time up to four hours, each a fifth more or less by
    /// the message's own id.
    /// </summary>
    /// <param name="attempts">How many there were, from 1 on.</param>
    public static TimeSpan BackOff(string deliveryId, int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        double doubled = First.TotalSeconds * Math.Pow(2, Math.Min(attempts - 1, 20));
        double wait = Math.Min(doubled, Longest.TotalSeconds);
        double chance = Fraction(deliveryId, attempts);
        return TimeSpan.FromSeconds(Math.Round(wait * (1 - (Jitter / 2) + (Jitter * chance))));
    }

    /// <summary>The same for the same message and attempt on every host (FNV-1a), and spread over 0 to 1.</summary>
    private static double Fraction(string deliveryId, int attempts)
    {
        uint hash = 2_166_136_261;
        foreach (byte each in Encoding.UTF8.GetBytes($"{deliveryId}/{attempts}"))
        {
            hash = (hash ^ each) * 16_777_619;
        }

        // The last signs alone move the low bits only: fold them up.
        hash ^= hash >> 15;
        hash *= 2_246_822_519;
        hash ^= hash >> 13;
        return hash / (double)uint.MaxValue;
    }
}
