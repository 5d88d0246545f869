namespace Governance.Modules.Calendars;

/// <summary>
/// Easter Sunday of the Gregorian calendar (Calendar (New Style) Act 1750, schedule): the Sunday after the ecclesiastical full
/// moon that falls on or next after 21 March. Good Friday and Easter Monday hang on it.
/// </summary>
public static class Easter
{
    public static DateOnly Sunday(int year)
    {
        int goldenNumber = (year % 19) + 1;
        int century = (year / 100) + 1;

        // How far the leap years left out, and the moon's own drift, have moved the table of full moons.
        int droppedLeapYears = (3 * century / 4) - 12;
        int moonCorrection = (((8 * century) + 5) / 25) - 5;

        // The moon's age on 1 January, with the two cases in which the table moves it by a day.
        int epact = ((11 * goldenNumber) + 20 + moonCorrection - droppedLeapYears) % 30;
        epact = (epact + 30) % 30;
        if ((epact == 25 && goldenNumber > 11) || epact == 24)
        {
            epact++;
        }

        int fullMoon = 44 - epact;
        if (fullMoon < 21)
        {
            fullMoon += 30;
        }

        // Days after the last of February; the Sunday strictly after the full moon.
        DateOnly moon = new DateOnly(year, 3, 1).AddDays(fullMoon - 1);
        return moon.AddDays(7 - (int)moon.DayOfWeek);
    }
}
