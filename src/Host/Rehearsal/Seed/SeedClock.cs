using Governance.Modules.Calendars;

namespace Governance.Host.Rehearsal.Seed;

/// <summary>
/// The time of the generated acts: working hours in London of past years, four times a day. Within one of them it moves on by
/// itself with every look, so that not everything happens in the same second.
/// </summary>
internal sealed class SeedClock : TimeProvider
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(40);

    /// <summary>The least that lies between two of the day's times.</summary>
    private static readonly TimeSpan MostDrift = TimeSpan.FromMinutes(80);

    private static readonly TimeOnly[] OfADay = [new(9, 10), new(11, 0), new(13, 40), new(15, 20)];

    private DateTime _at;
    private long _looks;

    public static int TimesADay => OfADay.Length;

    public static DateTime At(DateOnly day, int time) => London.ToUtc(day, OfADay[time]);

    public void Set(DateTime at)
    {
        _at = at;
        Interlocked.Exchange(ref _looks, 0);
    }

    public override DateTimeOffset GetUtcNow()
    {
        TimeSpan drift = Step * Interlocked.Increment(ref _looks);
        return new DateTimeOffset(_at + (drift < MostDrift ? drift : MostDrift), TimeSpan.Zero);
    }
}
