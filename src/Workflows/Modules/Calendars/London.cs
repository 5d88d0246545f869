using System.Globalization;

namespace Governance.Modules.Calendars;

/// <summary>
/// The wall clock in Europe/London, in which every limit is read (DESIGN §6). Dates and times of day are local; moments are
/// UTC. The zone's data come from the operating system.
/// </summary>
public static class London
{
    private const string ZoneId = "Europe/London";

    // What Windows calls the same zone when it is not asked through ICU.
    private const string WindowsZoneId = "GMT Standard Time";

    private static readonly Lazy<TimeZoneInfo> Zone = new(() => FindZone(ZoneId, WindowsZoneId));

    /// <summary>The local date at a moment.</summary>
    public static DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The local time of day at a moment, to the full precision of the moment.</summary>
    public static TimeOnly TimeOf(DateTime utc) => TimeOnly.FromDateTime(Local(utc));

    /// <summary>A limit as notices say it: <c>2 November 2026, 17:00</c>.</summary>
    public static string InWords(DateTime utc) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{DateOf(utc):d MMMM yyyy}, {TimeOf(utc):HH:mm}"
        );

    /// <summary>
    /// The moment of a local date and time. A time that the spring change leaves out is read one hour on, where the wall clock
    /// would stand; a time that the autumn change repeats is its later occurrence, so that nobody is late by the repetition.
    /// </summary>
    public static DateTime ToUtc(DateOnly date, TimeOnly time)
    {
        DateTime local = date.ToDateTime(time, DateTimeKind.Unspecified);
        if (Zone.Value.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        return TimeZoneInfo.ConvertTimeToUtc(local, Zone.Value);
    }

    /// <summary>The first of the named zones that this machine knows; throws with what to install when it knows none.</summary>
    internal static TimeZoneInfo FindZone(params string[] ids)
    {
        foreach (string id in ids)
        {
            if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone))
            {
                return zone;
            }
        }

        throw new InvalidOperationException(
            $"This machine has no time zone data for {ids[0]}, and every deadline is read in it. "
                + "Install the operating system's tzdata package."
        );
    }

    private static DateTime Local(DateTime utc)
    {
        DateTime moment = utc.Kind == DateTimeKind.Local ? utc.ToUniversalTime() : utc;
        return TimeZoneInfo.ConvertTimeFromUtc(
            DateTime.SpecifyKind(moment, DateTimeKind.Utc),
            Zone.Value
        );
    }
}
