using System.Globalization;
using Governance.Modules.Calendars;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>What groups' limits and notices are called. No personal matter.</summary>
internal static class GroupTexts
{
    private static readonly CultureInfo British = CultureInfo.InvariantCulture;

    public static bool IsForChair(string what) =>
        what is GroupDuties.Report or GroupDuties.CloseDown;

    public static string TitleOf(string what, int number, string group) =>
        what switch
        {
            GroupDuties.Terms => $"Terms of reference of {group}",
            GroupDuties.Report => string.Create(British, $"Progress report {number} of {group}"),
            GroupDuties.Chair => $"A chair for {group}",
            GroupDuties.Sunset => $"Extend or close {group}",
            GroupDuties.CloseDown => $"Closing down {group}",
            GroupDuties.Closure => $"Closure of {group}",
            _ => group,
        };

    public static string LimitOf(DateTime due) =>
        $"{London.DateOf(due).ToString("dddd d MMMM yyyy", British)} at {London.TimeOf(due):HH:mm}";

    public static string DateOf(DateOnly date) => date.ToString("d MMMM yyyy", British);
}
