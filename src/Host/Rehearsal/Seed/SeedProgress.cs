using System.Globalization;
using Governance.Host.Composition;

namespace Governance.Host.Rehearsal.Seed;

/// <summary>Says on the error stream how far it is, how fast, and how long it will take.</summary>
internal sealed class SeedProgress(int there, int total)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private readonly long _began = RealTime.Clock.GetTimestamp();
    private long _told = RealTime.Clock.GetTimestamp();
    private int _made;
    private int _acts;

    public void Acted(bool begunAPolicy)
    {
        Interlocked.Increment(ref _acts);
        if (begunAPolicy)
        {
            Interlocked.Increment(ref _made);
        }
    }

    public void Acted(int acts) => Interlocked.Add(ref _acts, acts);

    /// <summary>At most every two seconds.</summary>
    public void TellOften(DateTime at)
    {
        if (RealTime.Clock.GetElapsedTime(_told) >= Every)
        {
            _told = RealTime.Clock.GetTimestamp();
            Tell($"{at:MMMM yyyy}");
        }
    }

    public void Tell(string what)
    {
        double seconds = RealTime.Clock.GetElapsedTime(_began).TotalSeconds;
        double perSecond = _made / Math.Max(seconds, 0.001);
        string left =
            perSecond > 0 && there + _made < total
                ? TimeSpan
                    .FromSeconds(Math.Round((total - there - _made) / perSecond))
                    .ToString("c", CultureInfo.InvariantCulture)
                : "0";
        Console.Error.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{there + _made:N0} of {total:N0} policies ({perSecond:F0}/s), {_acts:N0} acts ({_acts / Math.Max(seconds, 0.001):F0}/s), remaining {left}: {what}"
            )
        );
    }
}
