using System.Globalization;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Scrutiny;

/// <summary>How challenges are called in notices, asks and clocks: by their number, never by what they say.</summary>
public static class ScrutinyTexts
{
    public static string NameOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Challenge {number}");

    internal static string ClockTitle(string purpose, int number) =>
        purpose switch
        {
            ScrutinyWords.Acknowledge => $"Acknowledgement of challenge {Digits(number)}",
            ScrutinyWords.Respond => $"Answer to challenge {Digits(number)}",
            _ => $"Assessment of an answer to challenge {Digits(number)}",
        };

    internal static string LimitOf(DateTime due) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{London.TimeOf(due):HH:mm} on {London.DateOf(due):dddd d MMMM yyyy}"
        );

    internal static string SeatOf(string seat) => $"the {RoleWords.OfSeat(seat)}";

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
